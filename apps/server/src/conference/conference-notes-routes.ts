import { mayBeInvited } from "@consilium/clinical";
import { findConference } from "@consilium/database";
import { createSentences } from "@consilium/language";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { writeConferenceCalendar } from "../calendar/write-conference-calendar.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { shareNotes } from "./share-notes.ts";

const asked = { params: onCase.extend({ conferenceId: Ulid }), headers: seatParameter };

const shared = { 200: json("As it is now", z.object({ shared: z.boolean() })), ...refusals };

const share = createRoute({
  method: "post",
  path: "/cases/{caseId}/conferences/{conferenceId}/notes/sharing",
  summary: "Let the patient's side read the notes afterwards too",
  request: asked,
  responses: shared,
});

const unshare = createRoute({
  method: "delete",
  path: "/cases/{caseId}/conferences/{conferenceId}/notes/sharing",
  summary: "Take that back",
  request: asked,
  responses: shared,
});

const calendar = createRoute({
  method: "get",
  path: "/cases/{caseId}/conferences/{conferenceId}/calendar",
  summary: "When it is, for a calendar; it names the case's number and nothing of it",
  request: { ...asked, query: z.object({ seat: Ulid.optional() }) },
  responses: {
    200: { description: "iCalendar", content: { "text/calendar": { schema: z.string() } } },
    ...refusals,
  },
});

/** Who reads its notes afterwards, and when it is, for a calendar. `origin`: the site's address. */
export const conferenceNotesRoutes = (services: Services, origin: string) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(share, async (c) => {
      const { conferenceId } = c.req.valid("param");
      const done = await shareNotes(services, commanderOf(c.get("visit")), conferenceId, true);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(unshare, async (c) => {
      const { conferenceId } = c.req.valid("param");
      const done = await shareNotes(services, commanderOf(c.get("visit")), conferenceId, false);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(calendar, async (c) => {
      const visit = c.get("visit");
      const { conferenceId } = c.req.valid("param");
      const row = await findConference(services.open.database, conferenceId);
      const isTold = row?.caseId === visit.row.id && mayBeInvited(visit.seat, services.now());
      if (!isTold) return refused(c, "no-such-conference");
      const { number } = visit.row;
      const entry = {
        ...row,
        isCancelled: row.state === "cancelled",
        summary: createSentences("en", "UTC")("mail.calendarConference", { number }),
        address: `${origin}/cases/${visit.row.id}/conference/${row.id}`,
        at: row.calledAt,
      };
      return c.text(writeConferenceCalendar([entry], new URL(origin).hostname), 200, {
        "cache-control": "no-store",
        "content-disposition": `attachment; filename="${number}.ics"`,
        "content-type": "text/calendar; charset=utf-8",
      });
    });
