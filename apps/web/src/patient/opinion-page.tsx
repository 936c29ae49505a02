import "./patient-opinion.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useDeferredValue, useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import type { OpinionSummary } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { useDocument } from "../case/use-document.ts";
import { useNewerVersion } from "../case/use-newer-version.ts";
import { documentOfVersion, versionQuery } from "../case/version-query.ts";
import { Banner } from "../design/banner.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { OpinionReading } from "./opinion-reading.tsx";
import { writersOf } from "./patient-names.ts";
import { SignedNote } from "./signed-note.tsx";
import { strong } from "./strong.tsx";
import { useAboutOpinion, useAuthors } from "./use-about-opinion.ts";

/** "Opinion": before it is shared who writes it and by when; then the version that was given, or the draft as it is written. */
export function PatientOpinion() {
  const t = useTranslations("patient");
  const { detail } = useCase();
  const [opinion] = detail.opinions;
  return (
    <>
      <DocumentTitle page={t("tab.opinion")} />
      {opinion ? <Shared key={opinion.id} opinion={opinion} /> : <NotYet />}
    </>
  );
}

function Shared({ opinion }: { readonly opinion: OpinionSummary }) {
  return opinion.version === null ? (
    <LiveOpinion opinion={opinion} />
  ) : (
    <OpinionVersion opinion={opinion} n={opinion.version} />
  );
}

function NotYet() {
  const t = useTranslations("patient");
  const format = useFormatter();
  const { detail, people } = useCase();
  const writers = writersOf(people.values(), undefined);
  const due = detail.clocks.find(({ kind, state }) => kind === "opinion" && state === "running")?.due;
  return (
    <>
      <PageTitle lede={t("opinionNotYet")}>
        {detail.state === "in-review" && writers.length > 0
          ? t("home.in-review", { names: format.list(writers), count: writers.length })
          : t("opinionNotYetNobody")}
      </PageTitle>
      {due && <p className="patient-due">{t.rich("lede.by-day", { due: new Date(due), b: strong })}</p>}
    </>
  );
}

/** The one before stays on screen until a newer one is here. */
function OpinionVersion({ opinion, n: newest }: { readonly opinion: OpinionSummary; readonly n: number }) {
  const n = useDeferredValue(newest);
  const t = useTranslations("patient");
  const { caseId, seat } = useCase();
  const { data } = useSuspenseQuery(versionQuery({ caseId, opinionId: opinion.id, n, seat }));
  const { section } = useParams({ strict: false });
  const about = useAboutOpinion(opinion, new Date(data.at));
  const doc = useMemo(() => documentOfVersion(data.state), [data.state]);
  const isNewer = useNewerVersion(n);
  return (
    <OpinionReading
      opinionId={opinion.id}
      version={n}
      doc={doc}
      isPlain={section === "plain"}
      about={about}
      note={
        <>
          {isNewer && <Banner tone="ok" title={t("newerThere", { at: new Date(data.at) })} />}
          {opinion.state === "draft" && <Banner tone="draft" title={t("draftNote")} />}
          {opinion.newerBeingWritten && <p className="patient-newer">{t("newer")}</p>}
          {opinion.state === "signed" && <SignedNote opinion={opinion.id} />}
        </>
      }
    />
  );
}

function LiveOpinion({ opinion }: { readonly opinion: OpinionSummary }) {
  const t = useTranslations("patient");
  const document = useDocument(`opinion.${opinion.id}`);
  const { section } = useParams({ strict: false });
  const names = useAuthors(opinion);
  const about = useAboutOpinion(opinion);
  const { people } = useCase();
  const writers = writersOf(people.values(), opinion.authors);
  if (document.phase === "ended")
    return <PageTitle lede={t("opinionNotYet")}>{t("notLongerShared")}</PageTitle>;
  if (document.phase === "opening" || !document.synced) return <PageOnItsWay />;
  return (
    <OpinionReading
      opinionId={opinion.id}
      version={undefined}
      doc={document.doc}
      isPlain={section === "plain"}
      about={opinion.state === "signed" ? about : t("liveBy", { names, count: writers.length })}
      note={
        opinion.state === "signed" ? (
          <SignedNote opinion={opinion.id} />
        ) : (
          <Banner tone="draft" title={t("draftNote")} />
        )
      }
    />
  );
}
