import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort } from "../measuring/child-process.ts";

/** A Redis or Valkey that stores nothing, on the loopback. */
export interface RedisUnderTrial {
  readonly url: string;
  /** kill -9. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
}

const places = ["/usr/bin/redis-server", "/usr/bin/valkey-server", "/usr/local/bin/redis-server"];

/** Undefined: there is none on this machine. */
export const findRedis = (): string | undefined => places.find((place) => existsSync(place));

export async function startRedis(program: string): Promise<RedisUnderTrial> {
  const port = await findFreePort();
  let child: ChildProcess | undefined;
  const end = () => child?.kill("SIGKILL");
  process.once("exit", end);
  const redis: RedisUnderTrial = {
    url: `redis://127.0.0.1:${port}`,
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      end();
      await gone;
    },
    start: async () => {
      const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
      child = spawn(program, options, { stdio: "ignore" });
      while (!(await answers(port))) await pause(10);
    },
  };
  await redis.start();
  return redis;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
