import type { Anchor } from "@consilium/workspace";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { seriesQuery } from "../imaging/series-query.ts";
import { pictureIn } from "./annotation-list/use-find-picture.ts";
import { evidenceLabel, type PictureNumber } from "./place-words.ts";
import { recordAt } from "./record-beside-text.ts";
import { type FiledRecord, recordOf, type ThreadInRecord } from "./record-places.ts";
import { filedContent, recordsQuery } from "./record-query.ts";
import { useSeenPlaces } from "./seen-places.ts";

/** What a link to a place would be called. `open`: the record that lies open; beside it may lie a study to compare with. */
export function useEvidenceLabel(open: FiledRecord): (anchor: Anchor, picture?: PictureNumber) => string {
  const t = useTranslations("marks");
  const format = useFormatter();
  const { caseId, seat } = useCase();
  const client = useQueryClient();
  return useCallback(
    (anchor, picture) => {
      const name = recordOf(anchor);
      const records = client.getQueryData(recordsQuery(caseId, seat).queryKey) ?? [];
      const other = name === undefined || name === open.id ? undefined : recordAt(records, name);
      return evidenceLabel(t, format, other ? filedContent(other) : open, anchor, picture);
    },
    [open, client, caseId, seat, t, format],
  );
}

/** Keeps a place among those that Ctrl E in the text offers, under the words that its link would have. */
export function useSeePlace(open: FiledRecord): (anchor: Anchor) => void {
  const { caseId, seat } = useCase();
  const client = useQueryClient();
  const { see } = useSeenPlaces();
  const labelOf = useEvidenceLabel(open);
  return useCallback(
    (anchor) => {
      // Whoever has marked a picture has its series open.
      const series =
        anchor.kind === "image" ? client.getQueryData(seriesQuery(caseId, seat, anchor).queryKey) : undefined;
      const picture = anchor.kind === "image" && series ? pictureIn(series, anchor) : null;
      see({ anchor, label: labelOf(anchor, picture ?? undefined) });
    },
    [client, caseId, seat, see, labelOf],
  );
}

/** A mark that is opened was looked at. */
export function useSeeOpened(
  record: FiledRecord,
  openId: string | undefined,
  here: readonly ThreadInRecord[],
): void {
  const seePlace = useSeePlace(record);
  const opened = here.find(({ thread, place }) => thread.id === openId && place.is !== "lost");
  const anchor = opened?.thread.anchor;
  useEffect(() => {
    if (anchor) seePlace(anchor);
  }, [anchor, seePlace]);
}
