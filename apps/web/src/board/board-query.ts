import type { BoardApi } from "@consilium/server/api";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf } from "../case/case-api.ts";

const api = hc<BoardApi>(`${location.origin}/api`);

export type Board = InferResponseType<typeof api.board.$get, 200>;
export type BoardItem = Board["items"][number];
export type Thing = BoardItem["doNow"][number];

/** The board, and by what the server knows it again. */
interface KnownBoard extends Board {
  readonly tag: string | null;
}

const queryKey = ["board"];

/**
 * The cases that I coordinate. It is looked at for long: what others do is asked for again. What is as it was is not sent
 * again, and so is not booked again as read.
 */
export const boardQuery = queryOptions({
  queryKey,
  queryFn: async ({ client, signal }): Promise<KnownBoard> => {
    const known = client.getQueryData<KnownBoard>(queryKey);
    const headers: Record<string, string> = known?.tag ? { "if-none-match": known.tag } : {};
    const asked = await api.board.$get({}, { headers, init: { signal } });
    if (known && asked.status === 304) return known;
    const board = await answerOf(Promise.resolve(asked));
    return { ...board, tag: asked.headers.get("etag") };
  },
  refetchInterval: 300_000,
});
