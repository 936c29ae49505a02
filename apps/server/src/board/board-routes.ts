import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { releaseList } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals } from "../api/refused.ts";
import { json, unchanged } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import { Board } from "./board-schemas.ts";
import { readBoard } from "./read-board.ts";

const read = createRoute({
  method: "get",
  path: "/board",
  summary: "The cases that whoever asks coordinates, where they stand, and what needs them now",
  responses: {
    200: json("The board; of nobody who coordinates nothing it is empty", Board),
    ...unchanged,
    ...refusals,
  },
});

export const boardRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(read, async (c) => {
    const { personId } = c.get("signedIn");
    const found = await readBoard(services, personId);
    const left = await releaseList(c, services, personId, found);
    return left === undefined ? c.body(null, 304) : c.json(left, 200);
  });
