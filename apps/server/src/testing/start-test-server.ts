import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { type CaseKeys, createCaseKeys, type OpenDatabase, openDatabase } from "@consilium/database";
import { createTestDatabase, ensureTemplate, type TestDatabase } from "@consilium/database/testing";
import type { Configuration } from "../configuration.ts";
import { startServer } from "../start-server.ts";
import { configurationFor, createWebFolder, masterKey, password } from "./test-configuration.ts";
import { signIn, type TestPerson } from "./test-person.ts";

export interface TestServer {
  readonly origin: string;
  /** A second door to the same database, for what a test must see or cause. */
  readonly open: OpenDatabase;
  readonly keys: CaseKeys;
  /** Its data folder. */
  readonly folder: string;
  /** What the operator was told. */
  readonly lines: string[];
  /** By the part of a demo login before the `@`; signed in once a name. */
  readonly as: (name: string) => Promise<TestPerson>;
  readonly close: () => Promise<void>;
}

/** The whole server on a database of its own with the demo in it, at a free port, over real HTTP and sockets. */
export async function startTestServer(
  changes: Partial<Pick<Configuration, "archives" | "blobs" | "media" | "recording" | "seal" | "smtp">> = {},
): Promise<TestServer> {
  const location = await createDemoDatabase();
  const folder = createWebFolder();
  const lines: string[] = [];
  const configuration = { ...configurationFor(location.url, folder, await freePort()), ...changes };
  const server = await startServer(configuration, (line) => lines.push(line));
  const open = await openDatabase(location.url);
  const people = new Map<string, Promise<TestPerson>>();
  const as = (name: string) => {
    const known = people.get(name) ?? signIn(server.origin, `${name}@demo.test`, password);
    people.set(name, known);
    return known;
  };
  const close = async () => {
    await server.close();
    await open.close();
    await location.drop();
    rmSync(folder, { recursive: true });
  };
  const keys = createCaseKeys({ pool: open.pool, masterKey });
  return { origin: server.origin, open, keys, folder, lines, as, close };
}

/** A copy of a database with the demo in it: seeded by the first suite that asks. */
export async function createDemoDatabase(): Promise<TestDatabase> {
  await ensureTemplate("consilium_demo", async (url) => {
    const folder = createWebFolder();
    const server = await startServer(configurationFor(url, folder, await freePort()));
    await server.close();
    rmSync(folder, { recursive: true });
  });
  return createTestDatabase(undefined, "consilium_demo");
}

/** Asked of the system. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0), "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || !address) throw new Error("There is no free port");
  return address.port;
}
