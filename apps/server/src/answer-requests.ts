import type { Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";

export function answerWith(server: Server, app: Hono): void {
  const answer = getRequestListener(app.fetch);
  server.on("request", (request, response) => void answer(request, response));
}

export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
