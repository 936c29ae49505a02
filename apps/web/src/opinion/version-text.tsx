import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import { applyUpdate, Doc } from "yjs";
import { answerOf, inSeat, opinionApi, type OpinionSummary } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import type { BoundDocument } from "../case/document-state.ts";
import { useNewerVersion } from "../case/use-newer-version.ts";
import { Banner } from "../design/banner.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
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
        <SkeletonAfter />
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
          <Banner tone="draft" isBar title={t("opinion.versionTitle", { at: new Date(data.at) })}>
            {opinion.newerBeingWritten && t("opinion.versionNewer")}
          </Banner>
        </>
      }
    />
  );
}

function useVersion(opinionId: string, version: number) {
  const { caseId, seat, detail } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "version", opinionId, version, detail.seat.id),
    queryFn: () =>
      answerOf(
        opinionApi.cases[":caseId"].opinions[":opinionId"].versions[":n"].$get({
          param: { caseId, opinionId: opinionId, n: String(version) },
          ...inSeat(seat),
        }),
      ),
    staleTime: Infinity,
    // The one before stays on screen until a newer one is here.
    placeholderData: keepPreviousData,
  });
}

/** The version's own document, for editors that read and comments that are anchored in it. `state`: base64. */
function useVersionDocument(state: string | undefined): BoundDocument | undefined {
  const bound = useMemo(() => {
    if (state === undefined) return undefined;
    const doc = new Doc();
    applyUpdate(doc, bytesOf(state));
    return { doc, undo: undefined, awareness: undefined, onUnbind: () => () => {} };
  }, [state]);
  useEffect(() => () => bound?.doc.destroy(), [bound]);
  return bound;
}

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
