import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import {
  ListInput,
  ProgrammeContent,
  ProgrammeList,
  ProgrammeSafety,
  SafetyInput,
  Specialty,
  TakeBack,
} from "./programme-schemas.ts";
import { readContent, tellList, tellSafety } from "./read-content.ts";
import { type Piece, safetyNote, saveContent } from "./save-content.ts";
import { templateRoutes } from "./template-routes.ts";

const onList = z.object({ specialty: Specialty });
const takenBack = z.object({ version: z.int() });

const read = createRoute({
  method: "get",
  path: "/programme/content",
  summary:
    "The templates, lists of records and words of safety of the programme that whoever asks coordinates",
  responses: { 200: json("All of it", ProgrammeContent), ...refusals },
});

const putList = createRoute({
  method: "put",
  path: "/programme/lists/{specialty}",
  summary: "Which records the programme asks for in a specialty, instead of the list that comes along",
  request: { params: onList, body: { required: true, ...json("", ListInput) } },
  responses: { 200: json("Saved", ProgrammeList), ...refusals },
});

const removeList = createRoute({
  method: "delete",
  path: "/programme/lists/{specialty}",
  summary: "Ask for the records of the list that comes along again",
  request: { params: onList, query: TakeBack },
  responses: { 200: json("Taken back", takenBack), ...refusals },
});

const putSafety = createRoute({
  method: "put",
  path: "/programme/safety",
  summary: "What the programme adds to the words of the gate of emergencies",
  request: { body: { required: true, ...json("", SafetyInput) } },
  responses: { 200: json("Saved", ProgrammeSafety), ...refusals },
});

const removeSafety = createRoute({
  method: "delete",
  path: "/programme/safety",
  summary: "Add nothing to the words of the gate of emergencies",
  request: { query: TakeBack },
  responses: { 200: json("Taken back", takenBack), ...refusals },
});

const list = (specialty: string): Piece => ({ kind: "list", id: specialty, mayBegin: true });
const by = (c: Context<ApiEnvironment>): string => c.get("signedIn").personId;

/** What a programme writes itself beside the content that comes along. No part of a case. */
export const programmeRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .route("/", templateRoutes(services))
    .openapi(read, async (c) => {
      const content = await readContent(services, by(c));
      if (!content) return refused(c, "not-a-coordinator");
      c.header("cache-control", "no-store");
      return c.json(content, 200);
    })
    .openapi(putList, async (c) => {
      const { from, ...body } = c.req.valid("json");
      const piece = list(c.req.valid("param").specialty);
      const done = await saveContent(services, by(c), piece, { from, body });
      return done.ok ? c.json(tellList(done.value), 200) : refused(c, done.reason);
    })
    .openapi(removeList, async (c) => {
      const piece = list(c.req.valid("param").specialty);
      const done = await saveContent(services, by(c), piece, { ...c.req.valid("query"), body: null });
      return done.ok ? c.json({ version: done.value.version }, 200) : refused(c, done.reason);
    })
    .openapi(putSafety, async (c) => {
      const { from, ...body } = c.req.valid("json");
      const done = await saveContent(services, by(c), safetyNote, { from, body });
      return done.ok ? c.json(tellSafety(done.value), 200) : refused(c, done.reason);
    })
    .openapi(removeSafety, async (c) => {
      const done = await saveContent(services, by(c), safetyNote, { ...c.req.valid("query"), body: null });
      return done.ok ? c.json({ version: done.value.version }, 200) : refused(c, done.reason);
    });
