import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import { knowsCase } from "../case/knows-case.ts";
import { openCase } from "../case/open-case.ts";
import { chooseOpening, opensAs } from "../record/choose-opening.ts";
import type { Services } from "../services.ts";
import { answerIntake } from "./answer-intake.ts";
import { changeHearing } from "./change-hearing.ts";
import { giveConsent } from "./give-consent.ts";
import { GivenConsent, HearingChange, IntakeAnswer, IntakeChange } from "./intake-schemas.ts";
import { readIntake } from "./read-intake.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

const open = createRoute({
  method: "post",
  path: "/cases",
  summary: "An empty case, whose intake begins then; the programme's coordinators are seated with it",
  request: {
    body: {
      required: true,
      ...json(
        "",
        z.strictObject({
          as: z.enum(["patient", "referrer"]),
          specialty: z.string().trim().min(1).max(60).default("general"),
          /** May be left out where there is one programme. */
          organisation: Ulid.optional(),
        }),
      ),
    },
  },
  responses: { 201: json("The case", z.object({ id: Ulid })), ...refusals },
});

const read = createRoute({
  method: "get",
  path: "/cases/{caseId}/intake",
  summary: "What was chosen in the intake so far, and the consent that stands",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("The intake", IntakeAnswer), ...refusals },
});

const answer = createRoute({
  method: "put",
  path: "/cases/{caseId}/intake",
  summary: "Say what is chosen in a step of the intake; what is left out stays as it was",
  request: {
    params: onCase,
    headers: seatParameter,
    body: { required: true, ...json("", IntakeChange) },
  },
  responses: { 200: json("Said", z.object({ answered: z.array(z.string()) })), ...refusals },
});

const hear = createRoute({
  method: "put",
  path: "/cases/{caseId}/hearing",
  summary: "Change how the patient hears the result, until the opinion is signed",
  request: { params: onCase, headers: seatParameter, body: { required: true, ...json("", HearingChange) } },
  responses: { 200: json("Changed", HearingChange), ...refusals },
});

const agree = createRoute({
  method: "post",
  path: "/cases/{caseId}/consent",
  summary: "Agree for the patient to the text of the consent",
  request: {
    params: onCase,
    headers: seatParameter,
    body: { required: true, ...json("", GivenConsent) },
  },
  responses: { 201: json("Given", z.object({ consent: Ulid })), ...refusals },
});

const takeBack = createRoute({
  method: "post",
  path: "/cases/{caseId}/consent/withdrawal",
  summary: "Take the consent back; between submission and signature this ends the case",
  request: {
    params: onCase,
    headers: seatParameter,
    body: {
      required: true,
      ...json("", z.strictObject({ reason: z.string().trim().max(2000).nullable().default(null) })),
    },
  },
  responses: { 200: json("Taken back", z.object({ ended: z.boolean() })), ...refusals },
});

/** How a case begins: opened empty, answered step by step, agreed to. */
export function intakeRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(open, async (c) => {
      const { as, specialty, organisation } = c.req.valid("json");
      const signedIn = c.get("signedIn");
      if (!(await opensAs(services, signedIn.personId)).includes(as)) return refused(c, "no-right");
      const opening = await chooseOpening(services, signedIn, organisation, as);
      if (!opening.ok) return refused(c, opening.reason);
      const done = await openCase(services, { ...opening.value, signedIn, specialty });
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(read, async (c) => {
      const visit = c.get("visit");
      if (!knowsCase(visit.seat)) return refused(c, "no-right");
      const found = await readIntake(services, visit);
      return c.json(await release(c, services, visit, { subject: "intake" }, found), 200);
    })
    .openapi(answer, async (c) => {
      const done = await answerIntake(services, commanderOf(c.get("visit")), c.req.valid("json"));
      return done.ok ? c.json({ answered: [...done.value.answered] }, 200) : refused(c, done.reason);
    })
    .openapi(hear, async (c) => {
      const { hearing } = c.req.valid("json");
      const done = await changeHearing(services, commanderOf(c.get("visit")), hearing);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(agree, async (c) => {
      const done = await giveConsent(services, commanderOf(c.get("visit")), c.req.valid("json"));
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(takeBack, async (c) => {
      const done = await withdrawConsent(services, commanderOf(c.get("visit")), c.req.valid("json"));
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
}
