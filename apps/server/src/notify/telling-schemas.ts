import { notificationKinds, tellingWays } from "@consilium/clinical";
import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

export const NotificationItem = z
  .object({
    id: Ulid,
    kind: z.enum(notificationKinds),
    caseId: Ulid,
    /** What people call the case by. */
    number: z.string(),
    /** The seat that it is for. */
    seat: Ulid.nullable(),
    /** What it is about: an id, or the name of a document. */
    subject: z.string(),
    at: Instant,
    read: z.boolean(),
  })
  .openapi("Notification");

export const NotificationList = z
  .object({ unread: z.int().min(0), items: z.array(NotificationItem) })
  .openapi("NotificationList");

export const Unread = z.object({ unread: z.int().min(0) }).openapi("Unread");

/** A time of the day in the person's zone, on the half-hour or not. */
const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const QuietHours = z.object({ from: WallTime, to: WallTime }).openapi("QuietHours");

/** How somebody is told of each kind. What is urgent is told by mail, whatever they chose. */
const Ways = z.partialRecord(z.enum(notificationKinds), z.enum(tellingWays));

export const TellingWishes = z
  .object({ choices: Ways, quiet: QuietHours.nullable() })
  .openapi("TellingWishes");

export const TellingAnswer = z
  .object({
    /** In the order in which they are shown. */
    kinds: z.array(
      z.object({
        kind: z.enum(notificationKinds),
        way: z.enum(tellingWays),
        /** Nobody can choose another way. */
        isFixed: z.boolean(),
      }),
    ),
    quiet: QuietHours.nullable(),
    /** An IANA name: the clocks that quiet hours go by. */
    zone: z.string(),
    address: z.string(),
    /** Since when that address takes no mail. */
    refusedSince: Instant.nullable(),
    /** Whether mail leaves this server at all. */
    sendsMail: z.boolean(),
    /** Whether what stays here can be looked at. */
    showsOutbox: z.boolean(),
  })
  .openapi("Telling");
