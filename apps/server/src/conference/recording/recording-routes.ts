import { attendancesOfCase, recordingsOfCase } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../api/api-context.ts";
import { malformed } from "../../api/malformed.ts";
import { refusals, refused } from "../../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../../api/route-parts.ts";
import { Ulid } from "../../case/case-schemas.ts";
import { rangeOf } from "../../file/byte-range.ts";
import type { Services } from "../../services.ts";
import { eraseRecording } from "./erase-recordings.ts";
import { mayPlay } from "./may-play.ts";

const onConference = onCase.extend({ conferenceId: Ulid });
const bytes = { description: "WebM, or a range of it", content: { "video/webm": {} } };

const play = createRoute({
  method: "get",
  path: "/cases/{caseId}/conferences/{conferenceId}/recordings/{recordingId}",
  summary: "A stretch of what somebody sent, as it was recorded",
  request: {
    params: onConference.extend({ recordingId: Ulid }),
    headers: seatParameter,
    query: z.object({ seat: Ulid.optional() }),
  },
  responses: { 200: bytes, 206: bytes, ...refusals },
});

const erase = createRoute({
  method: "delete",
  path: "/cases/{caseId}/conferences/{conferenceId}/recordings",
  summary: "Erase what was recorded of a conference",
  request: { params: onConference, headers: seatParameter },
  responses: { 200: json("Erased", z.object({ erased: z.int() })), ...refusals },
});

/** What was recorded, for those who may play it. */
export const recordingRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(play, async (c) => {
      const visit = c.get("visit");
      const { conferenceId, recordingId } = c.req.valid("param");
      const { database } = services.open;
      const recordings = await recordingsOfCase(database, visit.row.id);
      const found = recordings.find((one) => one.id === recordingId && one.conferenceId === conferenceId);
      const attendances = await attendancesOfCase(database, visit.row.id);
      if (!found || !mayPlay(found, visit.seat, attendances, services.now()))
        return refused(c, "no-such-file");
      const asked = rangeOf(c.req.header("range"), found.bytes);
      if (asked === "none") return refused(c, "range-not-there");
      const range = asked ?? { start: 0, end: found.bytes };
      await services.readBook.leaving(visit.seat, `recording/${recordingId}`, range.end - range.start);
      const headers = new Headers({
        "accept-ranges": "bytes",
        "cache-control": "no-store",
        "content-length": String(range.end - range.start),
        "content-type": "video/webm",
        "x-content-type-options": "nosniff",
      });
      if (asked) headers.set("content-range", `bytes ${range.start}-${range.end - 1}/${found.bytes}`);
      const body = ReadableStream.from(services.caseFiles.read(visit.key, found, range));
      return new Response(body, { status: asked ? 206 : 200, headers });
    })
    .openapi(erase, async (c) => {
      const done = await eraseRecording(
        services,
        commanderOf(c.get("visit")),
        c.req.valid("param").conferenceId,
      );
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
