import { once } from "node:events";
import { createServer } from "node:http";
import { openDatabase } from "@consilium/database";
import { createTestDatabase } from "@consilium/database/testing";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { EndedSession } from "../better-auth.ts";
import { createIdentity } from "../create-identity.ts";
import { identityRoutes } from "../identity-routes.ts";

export const password = "correct horse battery";
export const email = "specialist@demo.test";

const emptied = [
  "session",
  "kept_key",
  "device",
  "sign_in_failure",
  "rate_limit",
  "recovery_code",
  "authenticator",
];

/** The identity's routes alone, over HTTP, with one person. Delays are noted and last until `held.until`. */
export async function startIdentityServer({ production = false, behindProxy = false } = {}) {
  const testDatabase = await createTestDatabase();
  const open = await openDatabase(testDatabase.url);
  const { server, origins } = await listen();
  const ended: EndedSession[] = [];
  const pauses: number[] = [];
  const held: { until: Promise<void> } = { until: Promise.resolve() };
  const identity = createIdentity({
    database: open.database,
    origins,
    secret: "s".repeat(40),
    production,
    masterKey: Buffer.alloc(32, 7),
    proxies: behindProxy ? ["127.0.0.1", "::1"] : [],
    now: () => new Date(),
    sessionEnded: (session) => void ended.push(session),
  });
  const pause = (milliseconds: number) => {
    pauses.push(milliseconds);
    return held.until;
  };
  const app = new Hono().basePath("/api").route("/", identityRoutes(identity, pause));
  const answer = getRequestListener(app.fetch);
  server.on("request", (request, response) => void answer(request, response));
  const personId = await identity.createPerson({ email, name: "Dr. Ada Lind", initials: "AL" }, password);
  /** As it was after the start: one person, nobody signed in, nothing counted. */
  const reset = async () => {
    ended.length = 0;
    pauses.length = 0;
    held.until = Promise.resolve();
    for (const table of emptied) await open.query(`delete from ${table}`);
  };
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await open.close();
    await testDatabase.drop();
  };
  return { open, identity, origins, ended, pauses, held, personId, reset, close };
}

async function listen() {
  const server = createServer();
  await once(server.listen(0), "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const origins: [string, string] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  return { server, origins };
}
