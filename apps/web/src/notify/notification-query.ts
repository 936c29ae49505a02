import type { NotificationApi, OutboxApi, TellingApi } from "@consilium/server/api";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { answerOf } from "../case/case-api.ts";

const base = `${location.origin}/api`;
const notifications = hc<NotificationApi>(base).session.notifications;
const telling = hc<TellingApi>(base).session.telling;
const outbox = hc<OutboxApi>(base).session.outbox;

export type Notification = InferResponseType<typeof notifications.$get, 200>["items"][number];
export type Telling = InferResponseType<typeof telling.$get, 200>;
export type TellingWishes = InferRequestType<typeof telling.$put>["json"];
export type TellingWay = Telling["kinds"][number]["way"];

/** All that is read of what somebody was told. */
export const notificationsKey = ["notifications"] as const;

/** Milliseconds. A case that is open says at once that it changed. */
const betweenLooks = 20_000;

/** How much is new: asked again and again while the page is looked at. */
export const unreadQuery = queryOptions({
  queryKey: [...notificationsKey, "unread"],
  queryFn: ({ signal }) => answerOf(notifications.unread.$get({}, { init: { signal } })),
  refetchInterval: betweenLooks,
  staleTime: 0,
});

export const notificationsQuery = queryOptions({
  queryKey: [...notificationsKey, "list"],
  queryFn: ({ signal }) => answerOf(notifications.$get({}, { init: { signal } })),
  staleTime: 0,
});

export const markRead = (ids: readonly string[] | "all") =>
  answerOf(notifications.read.$post({ json: { ids: ids === "all" ? ids : [...ids] } }));

export const tellingQuery = queryOptions({
  queryKey: ["telling"],
  queryFn: ({ signal }) => answerOf(telling.$get({}, { init: { signal } })),
});

export const chooseTelling = (json: TellingWishes) => answerOf(telling.$put({ json }));

export const outboxQuery = queryOptions({
  queryKey: ["outbox"],
  queryFn: ({ signal }) => answerOf(outbox.$get({}, { init: { signal } })),
  staleTime: 0,
});
