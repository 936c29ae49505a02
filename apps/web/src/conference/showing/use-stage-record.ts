import { useQuery } from "@tanstack/react-query";
import { useCase } from "../../case/case-context.ts";
import { recordAt } from "../../record/record-beside-text.ts";
import { type CaseRecord, recordQuery, useRecords } from "../../record/record-query.ts";

export type StageRecord =
  | { readonly is: "coming" }
  | { readonly is: "here"; readonly record: CaseRecord }
  /** It is not for this seat to read, or it is gone. */
  | { readonly is: "not-here" };

/** A record on the stage. A guest has no list of records: they read the one that is shown, while it is. */
export function useStageRecord(id: string | undefined): StageRecord {
  const { caseId, seat, detail } = useCase();
  const isGuest = detail.seat.role === "guest";
  const list = useRecords();
  const one = useQuery({ ...recordQuery(caseId, seat, id ?? ""), enabled: isGuest && id !== undefined });
  if (id === undefined) return { is: "not-here" };
  const { isError } = isGuest ? one : list;
  const record = isGuest ? one.data : list.data && recordAt(list.data, id);
  if (record) return { is: "here", record };
  return isError || (!isGuest && list.data) ? { is: "not-here" } : { is: "coming" };
}
