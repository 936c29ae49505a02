import type { HistoryApi } from "@consilium/server/api";
import type { DifferenceNode, ItemDifference } from "@consilium/workspace";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf, inSeat, opinionApi } from "../case/case-api.ts";
import { caseKey } from "../case/case-query.ts";

const historyApi = hc<HistoryApi>(`${location.origin}/api`);
const past = historyApi.cases[":caseId"].opinions[":opinionId"].history;

export type Step = InferResponseType<typeof past.$get, 200>["items"][number];
export type Scrubber = InferResponseType<typeof past.scrubber.$get, 200>;
type Answered = InferResponseType<typeof past.difference.$get, 200>;

export interface SectionDifference extends Omit<Answered["sections"][number], "nodes"> {
  readonly nodes: readonly DifferenceNode[];
}

export interface Difference extends Omit<Answered, "sections" | "items"> {
  readonly sections: readonly SectionDifference[];
  readonly items: readonly ItemDifference[];
}

/** An opinion, and the seat in which it is looked at. */
export interface Looked {
  readonly caseId: string;
  readonly opinionId: string;
  readonly seat: string | undefined;
}

const stepsAPage = "100";
const mostBars = "120";

/** How it came to be, the oldest first; of one section where it is named. */
export const stepsQuery = ({ caseId, opinionId, seat }: Looked, section: string | undefined) =>
  infiniteQueryOptions({
    queryKey: caseKey(caseId, "history", opinionId, "steps", section, seat),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        past.$get(
          {
            param: { caseId, opinionId },
            query: { after: String(pageParam), limit: stepsAPage, ...(section && { section }) },
            ...inSeat(seat),
          },
          { init: { signal } },
        ),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });

export const scrubberQuery = ({ caseId, opinionId, seat }: Looked) =>
  queryOptions({
    queryKey: caseKey(caseId, "history", opinionId, "scrubber", seat),
    queryFn: ({ signal }) =>
      answerOf(
        past.scrubber.$get(
          { param: { caseId, opinionId }, query: { bars: mostBars }, ...inSeat(seat) },
          { init: { signal } },
        ),
      ),
  });

export interface Moments {
  readonly from: number;
  readonly to: number;
  readonly section: string | undefined;
}

/** What is committed does not change, so an answer is never asked for again; the older one stays until the next is here. */
export const differenceQuery = ({ caseId, opinionId, seat }: Looked, { from, to, section }: Moments) =>
  queryOptions({
    queryKey: ["past", caseId, opinionId, from, to, section, seat],
    queryFn: async ({ signal }): Promise<Difference> => {
      const query = { from: String(from), to: String(to), ...(section && { section }) };
      const asked = past.difference.$get(
        { param: { caseId, opinionId }, query, ...inSeat(seat) },
        { init: { signal } },
      );
      const answer: unknown = await answerOf(asked);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- hc flattens a type that contains itself.
      return answer as Difference;
    },
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });

export const nameVersion = ({ caseId, opinionId, seat }: Looked, name: string) =>
  answerOf(
    opinionApi.cases[":caseId"].opinions[":opinionId"].versions.$post({
      param: { caseId, opinionId },
      json: { name },
      ...inSeat(seat),
    }),
  );
