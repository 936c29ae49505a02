import { clockKinds, tiers } from "@consilium/clinical";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Instant } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { changeTier } from "./change-tier.ts";
import { extendClock } from "./extend-clock.ts";
import { pauseClock } from "./pause-clock.ts";
import { resumeClock } from "./resume-clock.ts";

const onClock = onCase.extend({ kind: z.enum(clockKinds) });
const reason = z.string().max(2000);
const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, ...json("", schema) });

const extend = createRoute({
  method: "post",
  path: "/cases/{caseId}/clocks/{kind}/extension",
  summary: "Move a deadline to a later day, with a reason",
  request: {
    params: onClock,
    headers: seatParameter,
    body: body(z.object({ due: Instant, reason })),
  },
  responses: { 200: json("Moved", z.object({ due: Instant })), ...refusals },
});

const pause = createRoute({
  method: "post",
  path: "/cases/{caseId}/clocks/{kind}/pause",
  summary: "Let one clock stand, with a reason",
  request: { params: onClock, headers: seatParameter, body: body(z.object({ reason })) },
  responses: { 200: json("It stands", z.object({ state: z.literal("paused") })), ...refusals },
});

const resume = createRoute({
  method: "post",
  path: "/cases/{caseId}/clocks/{kind}/resumption",
  summary: "Let a clock go on that stood by itself: later by as long as it stood",
  request: { params: onClock, headers: seatParameter },
  responses: { 200: json("It runs", z.object({ due: Instant })), ...refusals },
});

const tier = z.object({ tier: z.enum(tiers) });

const change = createRoute({
  method: "post",
  path: "/cases/{caseId}/tier",
  summary: "Say how soon the opinion is due",
  request: { params: onCase, headers: seatParameter, body: body(tier) },
  responses: { 200: json("Changed", tier), ...refusals },
});

/** The deadlines of a case, for whoever coordinates it. */
export const clockRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(extend, async (c) => {
      const { due, reason: why } = c.req.valid("json");
      const extension = { kind: c.req.valid("param").kind, due: new Date(due), reason: why };
      const done = await extendClock(services, commanderOf(c.get("visit")), extension);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(pause, async (c) => {
      const { kind } = c.req.valid("param");
      const done = await pauseClock(services, commanderOf(c.get("visit")), kind, c.req.valid("json").reason);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(resume, async (c) => {
      const done = await resumeClock(services, commanderOf(c.get("visit")), c.req.valid("param").kind);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(change, async (c) => {
      const done = await changeTier(services, commanderOf(c.get("visit")), c.req.valid("json").tier);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
