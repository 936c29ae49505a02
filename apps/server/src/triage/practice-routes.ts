import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import { programmeAs, readPractice, savePractice } from "./save-practice.ts";
import { Practice, PracticeInput } from "./triage-schemas.ts";

const OwnPractice = z.object({ programme: z.string(), practice: Practice.nullable() });

const own = createRoute({
  method: "get",
  path: "/session/practice",
  summary: "What whoever asks works on, in the programme where they are a clinician",
  responses: { 200: json("Their practice", OwnPractice), ...refusals },
});

const saveOwn = createRoute({
  method: "put",
  path: "/session/practice",
  summary: "Say what one works on",
  request: { body: { required: true, ...json("", PracticeInput) } },
  responses: { 200: json("Saved", Practice), ...refusals },
});

const saveOther = createRoute({
  method: "put",
  path: "/practices/{personId}",
  summary: "A coordinator says what a clinician of their programme works on",
  request: {
    params: z.object({ personId: z.string().max(64) }),
    body: { required: true, ...json("", PracticeInput) },
  },
  responses: { 200: json("Saved", Practice), ...refusals },
});

/** What specialists work on. No part of a case. */
export const practiceRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(own, async (c) => {
      const { personId } = c.get("signedIn");
      const programme = await programmeAs(services, personId, "clinician");
      if (!programme) return refused(c, "not-a-clinician");
      const practice = await readPractice(services, { ...programme, personId });
      c.header("cache-control", "no-store");
      return c.json({ programme: programme.name, practice }, 200);
    })
    .openapi(saveOwn, async (c) => {
      const { personId } = c.get("signedIn");
      const programme = await programmeAs(services, personId, "clinician");
      if (!programme) return refused(c, "not-a-clinician");
      const of = { organisationId: programme.organisationId, personId };
      const done = await savePractice(services, personId, of, c.req.valid("json"));
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(saveOther, async (c) => {
      const by = c.get("signedIn").personId;
      const programme = await programmeAs(services, by, "coordinator");
      if (!programme) return refused(c, "no-right");
      const { personId } = c.req.valid("param");
      const of = { organisationId: programme.organisationId, personId };
      const done = await savePractice(services, by, of, c.req.valid("json"));
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
