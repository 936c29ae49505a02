import { createRoute, OpenAPIHono, type z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { GuestLink, InvitedGuest } from "./conference-schemas.ts";
import { inviteGuest, renewGuestLink, withdrawGuest } from "./invite-guest.ts";

const onConference = onCase.extend({ conferenceId: Ulid });
const onGuest = onConference.extend({ guestId: Ulid });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, ...json("", schema) });

const invite = createRoute({
  method: "post",
  path: "/cases/{caseId}/conferences/{conferenceId}/guests",
  summary: "Ask somebody without an account to come, by a link that is good once",
  request: { params: onConference, headers: seatParameter, body: body(InvitedGuest) },
  responses: { 201: json("The link is said only now", GuestLink), ...refusals },
});

const renew = createRoute({
  method: "post",
  path: "/cases/{caseId}/conferences/{conferenceId}/guests/{guestId}/link",
  summary: "Another link for a guest: the one before, and the device that opened it, end",
  request: { params: onGuest, headers: seatParameter },
  responses: { 201: json("The link is said only now", GuestLink), ...refusals },
});

const withdraw = createRoute({
  method: "delete",
  path: "/cases/{caseId}/conferences/{conferenceId}/guests/{guestId}",
  summary: "Take the invitation of a guest back",
  request: { params: onGuest, headers: seatParameter },
  responses: { 200: json("Ended", GuestLink.pick({ guest: true })), ...refusals },
});

/** Guests as those see them who invite them. */
export const guestRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(invite, async (c) => {
      const { conferenceId } = c.req.valid("param");
      const commander = commanderOf(c.get("visit"));
      const done = await inviteGuest(services, commander, conferenceId, c.req.valid("json"));
      c.header("cache-control", "no-store");
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(renew, async (c) => {
      const { conferenceId, guestId } = c.req.valid("param");
      const done = await renewGuestLink(services, commanderOf(c.get("visit")), conferenceId, guestId);
      c.header("cache-control", "no-store");
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(withdraw, async (c) => {
      const { conferenceId, guestId } = c.req.valid("param");
      const done = await withdrawGuest(services, commanderOf(c.get("visit")), conferenceId, guestId);
      return done.ok ? c.json({ guest: done.value.ended }, 200) : refused(c, done.reason);
    });
