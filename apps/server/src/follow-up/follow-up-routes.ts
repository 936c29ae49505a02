import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Instant, Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { answerVisit } from "./answer-visit.ts";
import { askForVisit, takeBackVisit } from "./ask-for-visit.ts";
import { describeFollowUp } from "./describe-follow-up.ts";
import { FeedbackWords, FollowUp } from "./follow-up-schemas.ts";
import { giveFeedback } from "./give-feedback.ts";

const onVisit = onCase.extend({ visitId: Ulid });
const words = z.string().trim().max(2000);
const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, ...json("", schema) });

const read = createRoute({
  method: "get",
  path: "/cases/{caseId}/follow-up",
  summary: "Wishes for a visit, what the patient says of it all, and what is still open",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("What comes after the opinion", FollowUp), ...refusals },
});

const ask = createRoute({
  method: "post",
  path: "/cases/{caseId}/visits",
  summary: "Ask for a visit by video",
  request: { params: onCase, headers: seatParameter, body: body(z.object({ why: words, times: words })) },
  responses: { 201: json("Asked", z.object({ visit: Ulid })), ...refusals },
});

const takeBack = createRoute({
  method: "delete",
  path: "/cases/{caseId}/visits/{visitId}",
  summary: "Take the wish for a visit back",
  request: { params: onVisit, headers: seatParameter },
  responses: { 200: json("Taken back", z.object({ state: z.string() })), ...refusals },
});

const answer = createRoute({
  method: "post",
  path: "/cases/{caseId}/visits/{visitId}/answer",
  summary: "Answer the wish for a visit: with a time, or with why it is not possible",
  request: {
    params: onVisit,
    headers: seatParameter,
    body: body(
      z.object({
        state: z.enum(["planned", "not-possible"]),
        planned: Instant.nullable().default(null),
        answer: words.nullable().default(null),
      }),
    ),
  },
  responses: { 200: json("Answered", z.object({ state: z.string() })), ...refusals },
});

const say = createRoute({
  method: "post",
  path: "/cases/{caseId}/feedback",
  summary: "Say once what it was like, or that one does not want to say",
  request: {
    params: onCase,
    headers: seatParameter,
    body: body(z.object({ said: FeedbackWords.nullable() })),
  },
  responses: { 201: json("Noted", z.object({ given: z.boolean() })), ...refusals },
});

/** What comes after a signed opinion. */
export const followUpRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(read, async (c) => {
      const visit = c.get("visit");
      const found = await describeFollowUp(services, visit);
      return c.json(await release(c, services, visit, { subject: "follow-up" }, found), 200);
    })
    .openapi(ask, async (c) => {
      const done = await askForVisit(services, commanderOf(c.get("visit")), c.req.valid("json"));
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(takeBack, async (c) => {
      const done = await takeBackVisit(services, commanderOf(c.get("visit")), c.req.valid("param").visitId);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(answer, async (c) => {
      const { planned, ...said } = c.req.valid("json");
      const at = planned === null ? null : new Date(planned);
      const given = { visitId: c.req.valid("param").visitId, ...said, planned: at };
      const done = await answerVisit(services, commanderOf(c.get("visit")), given);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(say, async (c) => {
      const done = await giveFeedback(services, commanderOf(c.get("visit")), c.req.valid("json").said);
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    });
