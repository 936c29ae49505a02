import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { describeBlindRead } from "./describe-blind-read.ts";
import { finishBlindRead } from "./finish-blind-read.ts";

export const BlindRead = z
  .object({
    /** Their own read. */
    opinion: Ulid,
    state: z.enum(["reading", "finished", "revealed"]),
    /** How many things do not reach them before the reveal. */
    hidden: z.int(),
  })
  .openapi("BlindRead");

const read = createRoute({
  method: "get",
  path: "/cases/{caseId}/blind-read",
  summary: "Where one's blind read stands, and how much is hidden until the reveal",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("One's own blind read", BlindRead), ...refusals },
});

const finish = createRoute({
  method: "post",
  path: "/cases/{caseId}/opinions/{opinionId}/finish",
  summary: "Finish one's own blind read: its text is closed, and the first opinion can be revealed",
  request: { params: onCase.extend({ opinionId: Ulid }), headers: seatParameter },
  responses: { 200: json("Finished", z.object({ digest: z.string() })), ...refusals },
});

/** Reading blind. */
export const blindReadRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(read, async (c) => {
      const found = await describeBlindRead(services, c.get("visit"));
      return found.ok ? c.json(found.value, 200) : refused(c, found.reason);
    })
    .openapi(finish, async (c) => {
      const done = await finishBlindRead(services, c.get("visit"), c.req.valid("param").opinionId);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
