import { type MailInOutbox, newestMails } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import { Instant, Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import type { MailStanding } from "./mail-standing.ts";

const mostMails = 100;

const OutboxMail = z
  .object({
    id: Ulid,
    /** Null: somebody without an account. */
    name: z.string().nullable(),
    address: z.string(),
    subject: z.string(),
    text: z.string(),
    /** The calendar file that goes with it. */
    calendar: z.string().nullable(),
    at: Instant,
  })
  .openapi("OutboxMail");

const outbox = createRoute({
  method: "get",
  path: "/session/outbox",
  summary: "Where no mail leaves, in development: what would have been sent",
  responses: { 200: json("The newest first", z.object({ items: z.array(OutboxMail) })), ...refusals },
});

export const outboxRoutes = (services: Services, { showsOutbox }: MailStanding) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(outbox, async (c) => {
    if (!showsOutbox) return refused(c, "no-such-route");
    const mails = await newestMails(services.open.database, mostMails);
    c.header("cache-control", "no-store");
    return c.json({ items: mails.map(describe) }, 200);
  });

const describe = ({ id, name, address, subject, text, calendar, queuedAt }: MailInOutbox) => ({
  id,
  name,
  address,
  subject,
  text,
  calendar,
  at: queuedAt.toISOString(),
});
