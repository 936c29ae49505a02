import { snippetsOf } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { deleteSnippet, makeSnippet, saveSnippet } from "./save-snippet.ts";
import { longestSnippet, mostSnippets, SnippetAnswer, SnippetInput, SnippetList } from "./snippet-schemas.ts";

const params = z.object({ snippetId: Ulid });

const list = createRoute({
  method: "get",
  path: "/session/snippets",
  summary: "The snippets of whoever asks, by name",
  responses: { 200: json("All of them", SnippetList), ...refusals },
});

const make = createRoute({
  method: "post",
  path: "/session/snippets",
  summary: "Make a snippet",
  request: { body: { required: true, ...json("", SnippetInput) } },
  responses: { 201: json("Made", SnippetAnswer), ...refusals },
});

const save = createRoute({
  method: "put",
  path: "/session/snippets/{snippetId}",
  summary: "Change a snippet of one's own; what was inserted from it stays as it is",
  request: { params, body: { required: true, ...json("", SnippetInput) } },
  responses: { 200: json("Saved", SnippetAnswer), ...refusals },
});

const remove = createRoute({
  method: "delete",
  path: "/session/snippets/{snippetId}",
  summary: "Delete a snippet of one's own",
  request: { params },
  responses: { 200: json("Deleted", z.object({ id: Ulid })), ...refusals },
});

/** Words that somebody writes again and again: theirs alone, and no part of a case. */
export const snippetRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, async (c) => {
      const found = await snippetsOf(services.open.database, c.get("signedIn").personId);
      const items = found.map(({ id, name, section, text }) =>
        SnippetAnswer.parse({ id, name, section, text }),
      );
      c.header("cache-control", "no-store");
      return c.json({ items, most: mostSnippets, longest: longestSnippet }, 200);
    })
    .openapi(make, async (c) => {
      const done = await makeSnippet(services, c.get("signedIn").personId, c.req.valid("json"));
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(save, async (c) => {
      const { snippetId } = c.req.valid("param");
      const done = await saveSnippet(services, c.get("signedIn").personId, snippetId, c.req.valid("json"));
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(remove, async (c) => {
      const { snippetId } = c.req.valid("param");
      const done = await deleteSnippet(services, c.get("signedIn").personId, snippetId);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
