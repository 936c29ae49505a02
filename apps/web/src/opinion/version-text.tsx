import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { OpinionSummary } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import type { BoundDocument } from "../case/document-state.ts";
import { useNewerVersion } from "../case/use-newer-version.ts";
import { documentOfVersion, versionQuery } from "../case/version-query.ts";
import { Banner } from "../design/banner.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { SignedBanner } from "../report/signed-banner.tsx";
import { BareDesk } from "./bare-desk.tsx";
import { TextDesk } from "./text-desk.tsx";

export interface VersionTextProps {
  readonly opinion: OpinionSummary;
  /** The version's number. */
  readonly version: number;
  readonly section: string;
}

/** The text as it was shared. Nothing of what is written since is on this device. */
export function VersionText({ opinion, version, section }: VersionTextProps) {
  const t = useTranslations();
  const { data, error } = useVersion(opinion.id, version);
  const bound = useVersionDocument(data?.state);
  const isNewer = useNewerVersion(version);
  if (error) throw error;
  if (!data || !bound) {
    return (
      <BareDesk title={t("opinion.title")}>
        <PageOnItsWay title={t("opinion.title")} />
      </BareDesk>
    );
  }
  return (
    <TextDesk
      bound={bound}
      name={`opinion.${opinion.id}`}
      kind="opinion"
      section={section}
      isEditable={false}
      banner={
        <>
          {isNewer && <Banner tone="ok" isBar title={t("opinion.versionThere")} />}
          {opinion.signedAt === null ? (
            <Banner tone="draft" isBar title={t("opinion.versionTitle", { at: new Date(data.at) })}>
              {opinion.newerBeingWritten && t("opinion.versionNewer")}
            </Banner>
          ) : (
            <SignedBanner opinion={opinion.id} at={new Date(opinion.signedAt)} />
          )}
        </>
      }
    />
  );
}

/** The one before stays on screen until a newer one is here. */
function useVersion(opinionId: string, n: number) {
  const { caseId, seat } = useCase();
  return useQuery({ ...versionQuery({ caseId, opinionId, n, seat }), placeholderData: keepPreviousData });
}

function useVersionDocument(state: string | undefined): BoundDocument | undefined {
  const bound = useMemo(() => {
    if (state === undefined) return undefined;
    return { doc: documentOfVersion(state), undo: undefined, awareness: undefined, onUnbind: () => () => {} };
  }, [state]);
  useEffect(() => () => bound?.doc.destroy(), [bound]);
  return bound;
}
