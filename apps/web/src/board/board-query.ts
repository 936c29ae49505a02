import type { BoardApi } from "@consilium/server/api";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf } from "../case/case-api.ts";

const api = hc<BoardApi>(`${location.origin}/api`);

export type Board = InferResponseType<typeof api.board.$get, 200>;
export type BoardItem = Board["items"][number];
export type Thing = BoardItem["doNow"][number];

/** The cases that I coordinate. It is looked at for long: what others do is asked for again, seldom: each time is booked in every case. */
export const boardQuery = queryOptions({
  queryKey: ["board"],
  queryFn: ({ signal }) => answerOf(api.board.$get({}, { init: { signal } })),
  refetchInterval: 300_000,
});
