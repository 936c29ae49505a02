import { countUnread, type ListedNotification, markRead, notificationsOf } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { NotificationList, Unread } from "./telling-schemas.ts";

/** The list shows the newest ones; whoever missed more looks into the cases. */
const most = 50;

const list = createRoute({
  method: "get",
  path: "/session/notifications",
  summary: `What whoever asks was told of, the newest ${most} first`,
  responses: { 200: json("The list", NotificationList), ...refusals },
});

const unread = createRoute({
  method: "get",
  path: "/session/notifications/unread",
  summary: "How much of it they have not read",
  responses: { 200: json("The count", Unread), ...refusals },
});

const read = createRoute({
  method: "post",
  path: "/session/notifications/read",
  summary: "They have read these, or everything that was there; no mail is written about it any more",
  request: {
    body: {
      required: true,
      ...json("", z.object({ ids: z.union([z.literal("all"), z.array(Ulid).max(most)]) })),
    },
  },
  responses: { 200: json("What is left", Unread), ...refusals },
});

export function notificationRoutes(services: Services) {
  const { database } = services.open;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, async (c) => {
      const { personId } = c.get("signedIn");
      const items = await notificationsOf(database, personId, services.now(), most);
      c.header("cache-control", "no-store");
      return c.json(
        { unread: await countUnread(database, personId, services.now()), items: items.map(describe) },
        200,
      );
    })
    .openapi(unread, async (c) => {
      c.header("cache-control", "no-store");
      return c.json({ unread: await countUnread(database, c.get("signedIn").personId, services.now()) }, 200);
    })
    .openapi(read, async (c) => {
      const { personId } = c.get("signedIn");
      await markRead(database, personId, c.req.valid("json").ids, services.now());
      return c.json({ unread: await countUnread(database, personId, services.now()) }, 200);
    });
}

const describe = ({ id, kind, caseId, number, seatId, subject, at, readAt }: ListedNotification) => ({
  id,
  kind,
  caseId,
  number,
  seat: seatId,
  subject,
  at: at.toISOString(),
  read: readAt !== null,
});
