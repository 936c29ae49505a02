import { urgentFindingsOf } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { acknowledgeUrgent } from "./acknowledge-urgent.ts";
import { describeUrgent, UrgentAnswer } from "./describe-urgent.ts";
import { raiseUrgent } from "./raise-urgent.ts";

const list = createRoute({
  method: "get",
  path: "/cases/{caseId}/urgent",
  summary: "Urgent findings of the case that this seat may see, the oldest first",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("The findings", z.object({ items: z.array(UrgentAnswer) })), ...refusals },
});

const raise = createRoute({
  method: "post",
  path: "/cases/{caseId}/urgent",
  summary: "Raise an urgent finding: the recipient is told at once and has an hour to take it on",
  request: {
    params: onCase,
    headers: seatParameter,
    body: {
      required: true,
      ...json(
        "",
        z.object({
          place: z.string().regex(/^(record\/[A-Za-z0-9-]{1,64}|opinion\.[0-7][0-9A-HJKMNP-TV-Z]{25})$/),
          what: z.string().trim().min(1).max(2000),
          channel: z.string().trim().min(1).max(500).nullable().default(null),
          recipient: Ulid,
          second: Ulid.nullable().default(null),
        }),
      ),
    },
  },
  responses: { 201: json("Raised", z.object({ finding: Ulid })), ...refusals },
});

const acknowledge = createRoute({
  method: "post",
  path: "/cases/{caseId}/urgent/{findingId}/acknowledgement",
  summary: "Say that one has it",
  request: { params: onCase.extend({ findingId: Ulid }), headers: seatParameter },
  responses: { 200: json("It is theirs", z.object({ acknowledged: Ulid })), ...refusals },
});

export function urgentRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, async (c) => {
      const visit = c.get("visit");
      const all = await urgentFindingsOf(services.open.database, visit.key);
      const items = all.flatMap((finding) => describeUrgent(finding, visit.seat) ?? []);
      c.header("cache-control", "no-store");
      // Nothing leaves where there is nothing: every page of a case asks.
      if (items.length === 0) return c.json({ items }, 200);
      const leaving = { subject: "urgent", body: { count: items.length } };
      return c.json(await release(c, services, visit, leaving, { items }), 200);
    })
    .openapi(raise, async (c) => {
      const done = await raiseUrgent(services, commanderOf(c.get("visit")), c.req.valid("json"));
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(acknowledge, async (c) => {
      const { findingId } = c.req.valid("param");
      const done = await acknowledgeUrgent(services, commanderOf(c.get("visit")), findingId);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
}
