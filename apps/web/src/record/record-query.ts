import { recordSchema } from "@consilium/clinical";
import type { RecordApi } from "@consilium/server/api";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";

const recordApi = hc<RecordApi>(`${location.origin}/api`);
const records = recordApi.cases[":caseId"].records;

/** A record of the case, and how it came there. */
export type CaseRecord = InferResponseType<typeof records.$get, 200>["items"][number];

const most = 200;

/** All records of the case that this seat may read, in the order in which they came. */
export const recordsQuery = (caseId: string, seat: string | undefined) =>
  queryOptions({
    queryKey: caseKey(caseId, "records", seat),
    queryFn: async ({ signal }): Promise<readonly CaseRecord[]> => {
      const found: CaseRecord[] = [];
      let after: string | null = null;
      do {
        const query = { limit: String(most), ...(after !== null && { after }) };
        const page: InferResponseType<typeof records.$get, 200> = await answerOf(
          records.$get({ param: { caseId }, query, ...inSeat(seat) }, { init: { signal } }),
        );
        found.push(...page.items);
        after = page.next;
      } while (after !== null);
      return found;
    },
    staleTime: 5 * 60_000,
  });

/** A guest of a conference has no list, and asks for none. */
export function useRecords() {
  const { caseId, seat, detail } = useCase();
  return useQuery({ ...recordsQuery(caseId, seat), enabled: detail.seat.role !== "guest" });
}

/** One record by its id. */
export const recordQuery = (caseId: string, seat: string | undefined, recordId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, "records", seat, "one", recordId),
    queryFn: ({ signal }): Promise<CaseRecord> =>
      answerOf(
        records[":recordId"].$get(
          { param: { caseId, recordId }, query: {}, ...inSeat(seat) },
          { init: { signal } },
        ),
      ),
    staleTime: 5 * 60_000,
  });

/** Without how it came here: the content that the record's digest is of. */
export const filedContent = (record: CaseRecord) => recordSchema.parse(record);

/** A record as it was, though another one has taken its place. */
export const earlierQuery = (caseId: string, seat: string | undefined, recordId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, "records", seat, "earlier", recordId),
    queryFn: ({ signal }): Promise<CaseRecord> => {
      const asked = { param: { caseId, recordId }, query: { exact: "" as const }, ...inSeat(seat) };
      return answerOf(records[":recordId"].$get(asked, { init: { signal } }));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Whether a record tells the first opinion. */
export const sayReveals = (caseId: string, seat: string | undefined, recordId: string, revealing: boolean) =>
  answerOf(
    records[":recordId"].revealing.$post({
      param: { caseId, recordId },
      json: { revealing },
      ...inSeat(seat),
    }),
  );

const versions = records[":recordId"].earlier[":earlierId"];

/** The record is the newer version of another one. */
export const sayReplaces = (caseId: string, seat: string | undefined, recordId: string, earlierId: string) =>
  answerOf(versions.$post({ param: { caseId, recordId, earlierId }, ...inSeat(seat) }));

export const takeBackReplaces = (
  caseId: string,
  seat: string | undefined,
  recordId: string,
  earlierId: string,
) => answerOf(versions.$delete({ param: { caseId, recordId, earlierId }, ...inSeat(seat) }));
