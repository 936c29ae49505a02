import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { CaseTemplates, ProgrammeTemplate, TakeBack, TemplateInput } from "./programme-schemas.ts";
import { templatesOfCase, tellTemplate } from "./read-content.ts";
import { newTemplate, type Piece, saveContent } from "./save-content.ts";

const onTemplate = z.object({ templateId: Ulid });
const takenBack = z.object({ version: z.int() });

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

const ofCase = createRoute({
  method: "get",
  path: "/cases/{caseId}/templates",
  summary: "The templates of the programme that a draft of this case can begin with",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("By name", CaseTemplates), ...refusals },
});

const template = (id: string): Piece => ({ kind: "template", id, mayBegin: false });

/** The templates that a programme writes itself: kept by whoever coordinates it, offered to whoever writes an opinion. */
export const templateRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(make, async (c) => {
      const { from: _, ...body } = c.req.valid("json");
      const done = await saveContent(services, c.get("signedIn").personId, newTemplate(services), {
        from: 0,
        body,
      });
      return done.ok ? c.json(tellTemplate(done.value), 201) : refused(c, done.reason);
    })
    .openapi(save, async (c) => {
      const { from, ...body } = c.req.valid("json");
      const piece = template(c.req.valid("param").templateId);
      const done = await saveContent(services, c.get("signedIn").personId, piece, { from, body });
      return done.ok ? c.json(tellTemplate(done.value), 200) : refused(c, done.reason);
    })
    .openapi(remove, async (c) => {
      const piece = template(c.req.valid("param").templateId);
      const done = await saveContent(services, c.get("signedIn").personId, piece, {
        ...c.req.valid("query"),
        body: null,
      });
      return done.ok ? c.json({ version: done.value.version }, 200) : refused(c, done.reason);
    })
    .openapi(ofCase, async (c) => {
      const found = await templatesOfCase(services, c.get("visit"));
      if (!found) return refused(c, "no-right");
      c.header("cache-control", "no-store");
      return c.json({ items: found }, 200);
    });
