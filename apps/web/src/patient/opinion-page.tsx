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
import { spokenName, writersOf } from "./patient-names.ts";
import { SignedNote } from "./signed-note.tsx";
import { strong } from "./strong.tsx";

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
  const names = useAuthors(opinion);
  const doc = useMemo(() => documentOfVersion(data.state), [data.state]);
  const isNewer = useNewerVersion(n);
  return (
    <OpinionReading
      opinionId={opinion.id}
      version={n}
      doc={doc}
      isPlain={section === "plain"}
      about={aboutOf(t, opinion, names, new Date(data.at))}
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
      about={
        opinion.state === "signed"
          ? aboutOf(t, opinion, names, undefined)
          : t("liveBy", { names, count: writers.length })
      }
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

function useAuthors({ authors }: OpinionSummary): string {
  const format = useFormatter();
  const { people } = useCase();
  return format.list(authors.flatMap((seat) => spokenName(people.get(seat)?.name ?? "") || []));
}

function aboutOf(
  t: ReturnType<typeof useTranslations<"patient">>,
  { signedAt }: OpinionSummary,
  names: string,
  at: Date | undefined,
): string {
  if (signedAt !== null) return t("signedBy", { names, on: new Date(signedAt) });
  return at ? t("writtenBy", { names, on: at }) : "";
}
