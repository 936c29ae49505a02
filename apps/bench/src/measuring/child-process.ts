import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

export interface RunningChild {
  readonly pid: number;
  /** Writes a line to it, and waits for one of its own that begins with `answer`. Gives that line. */
  readonly tell: (word: string, answer: string) => Promise<string>;
  readonly stop: () => Promise<void>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
}

/** Runs a file under this Node until it prints a line that begins with `ready`. `complaints`: to our stderr, or to that file. */
export async function startChild(
  file: string,
  environment: Readonly<Record<string, string>>,
  ready: string,
  complaints: "inherit" | number = "inherit",
): Promise<RunningChild> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...environment },
    stdio: ["pipe", "pipe", complaints],
  });
  // Whoever ends the bench ends its servers.
  const killed = () => child.kill("SIGTERM");
  process.once("exit", killed);
  child.once("exit", () => process.off("exit", killed));
  await saying(child, ready);
  if (child.pid === undefined) throw new Error(`${file} did not start.`);
  return {
    pid: child.pid,
    tell: (word, answer) => {
      child.stdin?.write(`${word}\n`);
      return saying(child, answer);
    },
    stop: () => end(child, "SIGTERM"),
    kill: () => end(child, "SIGKILL"),
  };
}

function saying(child: ChildProcess, ready: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const stop = () => {
      child.stdout?.off("data", hear);
      child.off("exit", gone);
    };
    const hear = (text: string) => {
      said += text;
      const line = said.split("\n").find((one) => one.startsWith(ready));
      if (line === undefined) return;
      stop();
      resolve(line);
    };
    const gone = (code: number | null) => {
      stop();
      reject(new Error(`A server ended with ${code} before it was ready.`));
    };
    child.stdout?.setEncoding("utf8").on("data", hear);
    child.once("exit", gone);
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

/** A port that was free a moment ago. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
