import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import {
  CaseTemplates,
  ListInput,
  ProgrammeContent,
  ProgrammeList,
  ProgrammeSafety,
  ProgrammeTemplate,
  SafetyInput,
  Specialty,
  TakeBack,
  TemplateInput,
} from "./programme-schemas.ts";
import { readContent, tellList, tellSafety, tellTemplate, templatesOfCase } from "./read-content.ts";
import { newTemplate, type Piece, safetyNote, saveContent } from "./save-content.ts";

const onTemplate = z.object({ templateId: Ulid });
const onList = z.object({ specialty: Specialty });
const takenBack = z.object({ version: z.int() });

const read = createRoute({
  method: "get",
  path: "/programme/content",
  summary:
    "The templates, lists of records and words of safety of the programme that whoever asks coordinates",
  responses: { 200: json("All of it", ProgrammeContent), ...refusals },
});

const make = createRoute({
  method: "post",
  path: "/programme/templates",
  summary: "Make a template for a specialty",
  request: { body: { required: true, ...json("", TemplateInput) } },
  responses: { 201: json("Made", ProgrammeTemplate), ...refusals },
});

const save = createRoute({
  method: "put",
  path: "/programme/templates/{templateId}",
  summary: "Write a new version of a template; what was begun with it stays as it is",
  request: { params: onTemplate, body: { required: true, ...json("", TemplateInput) } },
  responses: { 200: json("Saved", ProgrammeTemplate), ...refusals },
});

const remove = createRoute({
  method: "delete",
  path: "/programme/templates/{templateId}",
  summary: "Offer a template no longer",
  request: { params: onTemplate, query: TakeBack },
  responses: { 200: json("Taken back", takenBack), ...refusals },
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

const ofCase = createRoute({
  method: "get",
  path: "/cases/{caseId}/templates",
  summary: "The templates of the programme that a draft of this case can begin with",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("By name", CaseTemplates), ...refusals },
});

const template = (id: string): Piece => ({ kind: "template", id, mayBegin: false });
const list = (specialty: string): Piece => ({ kind: "list", id: specialty, mayBegin: true });
const by = (c: Context<ApiEnvironment>): string => c.get("signedIn").personId;

/** What a programme writes itself beside the content that comes along. No part of a case. */
export const programmeRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(read, async (c) => {
      const content = await readContent(services, by(c));
      if (!content) return refused(c, "not-a-coordinator");
      c.header("cache-control", "no-store");
      return c.json(content, 200);
    })
    .openapi(make, async (c) => {
      const { from: _, ...body } = c.req.valid("json");
      const done = await saveContent(services, by(c), newTemplate(services), { from: 0, body });
      return done.ok ? c.json(tellTemplate(done.value), 201) : refused(c, done.reason);
    })
    .openapi(save, async (c) => {
      const { from, ...body } = c.req.valid("json");
      const piece = template(c.req.valid("param").templateId);
      const done = await saveContent(services, by(c), piece, { from, body });
      return done.ok ? c.json(tellTemplate(done.value), 200) : refused(c, done.reason);
    })
    .openapi(remove, async (c) => {
      const piece = template(c.req.valid("param").templateId);
      const done = await saveContent(services, by(c), piece, { ...c.req.valid("query"), body: null });
      return done.ok ? c.json({ version: done.value.version }, 200) : refused(c, done.reason);
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
    })
    .openapi(ofCase, async (c) => {
      const found = await templatesOfCase(services, c.get("visit"));
      if (!found) return refused(c, "no-right");
      c.header("cache-control", "no-store");
      return c.json({ items: found }, 200);
    });
