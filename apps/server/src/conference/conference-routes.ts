import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Instant, Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { callConference } from "./call-conference.ts";
import { cancelConference, inviteSeats, moveConference } from "./change-conference.ts";
import { Called, Conferences, When } from "./conference-schemas.ts";
import { describeConferences } from "./describe-conferences.ts";

const onConference = onCase.extend({ conferenceId: Ulid });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, ...json("", schema) });
const asked = { params: onConference, headers: seatParameter };

const list = createRoute({
  method: "get",
  path: "/cases/{caseId}/conferences",
  summary: "The conferences of a case: who is asked, who was there",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("The latest first", Conferences), ...refusals },
});

const call = createRoute({
  method: "post",
  path: "/cases/{caseId}/conferences",
  summary: "Call a conference, at a time or now, and ask people to come",
  request: { params: onCase, headers: seatParameter, body: body(Called) },
  responses: { 201: json("Called", z.object({ conference: Ulid })), ...refusals },
});

const move = createRoute({
  method: "post",
  path: "/cases/{caseId}/conferences/{conferenceId}/move",
  summary: "Give a conference another time",
  request: { ...asked, body: body(When.extend({ startsAt: Instant })) },
  responses: { 200: json("Moved", z.object({ moved: Ulid })), ...refusals },
});

const cancel = createRoute({
  method: "post",
  path: "/cases/{caseId}/conferences/{conferenceId}/cancel",
  summary: "A conference does not take place",
  request: asked,
  responses: { 200: json("Cancelled", z.object({ cancelled: Ulid })), ...refusals },
});

const invite = createRoute({
  method: "post",
  path: "/cases/{caseId}/conferences/{conferenceId}/invitations",
  summary: "Ask more people of the case to come",
  request: { ...asked, body: body(z.object({ seats: z.array(Ulid).min(1).max(40) })) },
  responses: {
    201: json("Those who were not asked before", z.object({ invited: z.array(Ulid) })),
    ...refusals,
  },
});

/** Calling, moving and inviting; what happens in the room goes over its socket. */
export const conferenceRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, async (c) => {
      const visit = c.get("visit");
      const found = await describeConferences(services, visit);
      return c.json(await release(c, services, visit, { subject: "conferences" }, found), 200);
    })
    .openapi(call, async (c) => {
      const { startsAt, ...called } = c.req.valid("json");
      const when = startsAt === null ? null : new Date(startsAt);
      const done = await callConference(services, commanderOf(c.get("visit")), { ...called, startsAt: when });
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(move, async (c) => {
      const { startsAt, minutes } = c.req.valid("json");
      const when = { startsAt: new Date(startsAt), minutes };
      const { conferenceId } = c.req.valid("param");
      const done = await moveConference(services, commanderOf(c.get("visit")), conferenceId, when);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(cancel, async (c) => {
      const { conferenceId } = c.req.valid("param");
      const done = await cancelConference(services, commanderOf(c.get("visit")), conferenceId);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(invite, async (c) => {
      const { conferenceId } = c.req.valid("param");
      const { seats } = c.req.valid("json");
      const done = await inviteSeats(services, commanderOf(c.get("visit")), conferenceId, seats);
      return done.ok ? c.json({ invited: [...done.value.invited] }, 201) : refused(c, done.reason);
    });
