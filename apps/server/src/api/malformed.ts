import type { Hook } from "@hono/zod-openapi";
import type { ApiEnvironment } from "./api-context.ts";
import { refused } from "./refused.ts";

/** What does not fit a route's schema: a closed reason, never the validator's own words about what was sent. */
export const malformed: Hook<unknown, ApiEnvironment, string, unknown> = (result, c) =>
  result.success ? undefined : refused(c, "malformed-request");
