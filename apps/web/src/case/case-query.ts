import type { KeySource } from "@consilium/workspace-client";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { Refused } from "../app/refused.ts";
import { answerOf, caseApi, inSeat, sessionApi } from "./case-api.ts";

/**
 * Everything that is read of a case lies below this key, so that one "changed" of the server reaches all of it, and an end
 * of access removes all of it. `seat` belongs to the key: two seats never share an answer.
 */
export const caseKey = (caseId: string, ...rest: readonly (string | number | undefined)[]) =>
  ["case", caseId, ...rest] as const;

/** `seat` undefined: the only one that this person has; with several the server answers `choose-seat`. */
export const caseQuery = (caseId: string, seat: string | undefined) =>
  queryOptions({
    queryKey: caseKey(caseId, "detail", seat),
    queryFn: ({ signal }) =>
      answerOf(caseApi.cases[":caseId"].$get({ param: { caseId }, ...inSeat(seat) }, { init: { signal } })),
  });

/**
 * Asks again for all that is known of a case: first for the case itself, then for the rest of what is still on screen. What
 * this seat may no longer read has left it by then.
 */
export async function refreshCase(queries: QueryClient, caseId: string): Promise<void> {
  const detail = caseKey(caseId, "detail");
  await queries.invalidateQueries({ queryKey: detail });
  await new Promise((resolve) => setTimeout(resolve)); // The screen follows the answer in a task of its own.
  await queries.invalidateQueries({
    queryKey: caseKey(caseId),
    predicate: ({ queryKey }) => queryKey[2] !== detail[2],
  });
}

const keptKey = sessionApi.session["kept-key"];

/** Keys for what this browser keeps unsaved. */
export const keySource: KeySource = {
  fetchKey: () => answerOf(keptKey.$get()),
  fetchKeyOf: (device) =>
    answerOf(keptKey[":device"].$get({ param: { device } })).catch((cause: unknown) => {
      if (cause instanceof Refused && cause.reason === "no-such-device") return undefined;
      throw cause;
    }),
};
