import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { claimSuggestion } from "./claim-suggestion.ts";

const claim = createRoute({
  method: "post",
  path: "/cases/{caseId}/suggestions/{suggestionId}/claim",
  summary: "Before accepting a suggestion: of two who accept at once, one wins",
  request: {
    params: onCase.extend({ suggestionId: Ulid }),
    headers: seatParameter,
    body: { required: true, ...json("", z.object({ target: z.string().max(100) })) },
  },
  responses: { 200: json("It is yours", z.object({ claimed: Ulid })), ...refusals },
});

/** Taking over what somebody suggested. */
export function suggestionRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(claim, async (c) => {
    const { suggestionId } = c.req.valid("param");
    const { target } = c.req.valid("json");
    const done = await claimSuggestion(services, commanderOf(c.get("visit")), suggestionId, target);
    return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
  });
}
