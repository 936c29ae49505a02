import type { ThreadApi } from "@consilium/server/api";
import type { Thread } from "@consilium/workspace";
import { queryOptions } from "@tanstack/react-query";
import { hc } from "hono/client";
import { answerOf, inSeat } from "../case/case-api.ts";
import { caseKey } from "../case/case-query.ts";

const threadApi = hc<ThreadApi>(`${location.origin}/api`);

/** Milliseconds. The server tells when there is something new; a lost hint costs no more than this. */
const between = 300_000;

export interface VersionOf {
  readonly caseId: string;
  readonly opinionId: string;
  readonly n: number;
  readonly seat: string | undefined;
}

/** What the server shows of others' threads to whoever was given a version. Asked again when it says so. */
export const versionThreadsQuery = ({ caseId, opinionId, n, seat }: VersionOf) =>
  queryOptions({
    queryKey: caseKey(caseId, "version-threads", opinionId, n, seat),
    queryFn: async ({ signal }): Promise<readonly Thread[]> => {
      const param = { caseId, opinionId, n: String(n) };
      const asked = threadApi.cases[":caseId"].opinions[":opinionId"].versions[":n"].threads.$get(
        { param, ...inSeat(seat) },
        { init: { signal } },
      );
      return (await answerOf(asked)).items;
    },
    refetchInterval: between,
    refetchOnWindowFocus: true,
  });

/** The server's threads, with those of this seat's own layers that the server has not shown yet. */
export function withOwn(shown: readonly Thread[], own: readonly Thread[]): readonly Thread[] {
  const known = new Set(shown.map(({ key }) => key));
  const fresh = own.filter(({ key }) => !known.has(key));
  return fresh.length === 0 ? shown : [...shown, ...fresh].toSorted(byMaking);
}

const byMaking = (one: Thread, other: Thread): number => (one.id < other.id ? -1 : Number(one.id > other.id));
