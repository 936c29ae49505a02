import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { withdrawQuestion } from "./withdraw-question.ts";

const withdraw = createRoute({
  method: "post",
  path: "/cases/{caseId}/questions/{questionId}/withdrawal",
  summary: "Take a question back; it stays visible as withdrawn",
  request: { params: onCase.extend({ questionId: Ulid }), headers: seatParameter },
  responses: { 200: json("Withdrawn", z.object({ withdrawn: Ulid })), ...refusals },
});

export function questionRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(withdraw, async (c) => {
    const { questionId } = c.req.valid("param");
    const done = await withdrawQuestion(services, commanderOf(c.get("visit")), questionId);
    return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
  });
}
