import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const demoPassword = "tall-lantern-quiet-river";

/** Always the same, so that a copied database can be opened. */
export const masterKey = Buffer.alloc(32, "key of the journeys");

const main = join(import.meta.dirname, "../../server/src/main.ts");

const { PATH, HOME } = process.env;
const sameForAll = {
  PATH,
  HOME,
  CONSILIUM_DEMO_PASSWORD: demoPassword,
  CONSILIUM_DEMO_IMAGES: "off",
  CONSILIUM_MEDIA: "off",
  CONSILIUM_MASTER_KEY: masterKey.toString("base64"),
  CONSILIUM_SECRET: "the session secret of all journeys",
};

/** Consilium as `npm start` runs it, in a process of its own, so that it can be killed. */
export interface RunningServer {
  readonly origin: string;
  /** What it wrote to stderr, line by line, over all its lives. Nothing is right. */
  readonly log: readonly string[];
  /** Ends without a word, as in a power cut (SIGKILL). */
  readonly kill: () => Promise<void>;
  /** On the same data and at the same address as before. Resolves when it says that it is ready. */
  readonly startAgain: () => Promise<void>;
  /** Ends it in order, and removes its data folder. */
  readonly stop: () => Promise<void>;
}

/**
 * `database`: the address of one that is migrated or empty; `null`: its own embedded PostgreSQL. `settings`: further variables of its
 * environment.
 */
export async function runServer(
  database: string | null,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), "consilium-e2e-"));
  const log: string[] = [];
  const environment = {
    ...sameForAll,
    PORT: String(port),
    CONSILIUM_DATA: data,
    ...(database !== null && { DATABASE_URL: database }),
    ...settings,
  };
  let child = await start(environment, log);
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  return {
    origin: `http://localhost:${port}`,
    log,
    kill: () => end("SIGKILL"),
    startAgain: async () => {
      child = await start(environment, log);
    },
    stop: async () => {
      await end("SIGTERM");
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The one line for the operator that says that all is well. */
const videoIsReady = " media: Video is ready.";

async function start(environment: NodeJS.ProcessEnv, log: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  createInterface(child.stderr).on("line", (line) => {
    if (!line.endsWith(videoIsReady)) log.push(line);
  });
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => line.startsWith("Consilium is ready") && resolve());
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${log.join("\n")}`)));
  });
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return address.port;
}
