import { evidenceOf } from "@consilium/workspace";
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Doc } from "yjs";
import { useCase } from "../../case/case-context.ts";
import { withRecordBeside } from "../../record/record-beside-text.ts";
import { useRecords } from "../../record/record-query.ts";
import { recordToOpen } from "../../record/report-places.ts";
import { useLatest } from "../../thread/use-latest.ts";

/** Opens the record of a link of the notes: beside the people while they are there, afterwards at its own address. */
export function useOpenLink(doc: Doc, isLive: boolean): (id: string) => void {
  const navigate = useNavigate();
  const { caseId } = useCase();
  const { data: records = [] } = useRecords();
  const latest = useLatest(records);
  return useCallback(
    (id: string) => {
      const anchor = evidenceOf(doc, id)?.anchor;
      const recordId = anchor && recordToOpen(latest.current, anchor);
      if (recordId === undefined) return;
      if (!isLive) {
        void navigate({ to: "/cases/$caseId/records/$recordId", params: { caseId, recordId } });
        return;
      }
      const beside = withRecordBeside(recordId);
      void navigate({ to: ".", search: (now) => ({ ...beside(now), evidence: id }), resetScroll: false });
    },
    [doc, isLive, navigate, caseId, latest],
  );
}
