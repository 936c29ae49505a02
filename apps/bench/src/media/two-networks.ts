import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Two machines, as far as the network goes: a server's and a browser's, with a wire between them that is as bad as it is told to be. */
export interface TwoNetworks {
  /** Names of network namespaces. */
  readonly ofServer: string;
  readonly ofWire: string;
  readonly ofBrowser: string;
  readonly remove: () => void;
}

export const serverAddress = "10.77.0.1";
const browserAddresses = ["10.77.0.2/24", "10.77.0.3/24"] as const;
const wireProgram = join(import.meta.dirname, "wire.py");
const wireEnds = ["server1", "browser1"] as const;

/** Why there can be none here; undefined: there can. */
export function whyNoNetworks(): string | undefined {
  if (process.getuid?.() !== 0) return "network namespaces need root";
  if (spawnSync("ip", ["netns"]).status !== 0) return "there is no ip (Debian: iproute2)";
  if (spawnSync("python3", ["--version"]).status !== 0) return "there is no python3";
  return undefined;
}

export function makeTwoNetworks(): TwoNetworks {
  const [ofServer = "", ofWire = "", ofBrowser = ""] = ["server", "wire", "browser"].map(
    (part) => `consilium-${process.pid}-${part}`,
  );
  const remove = (): void => {
    for (const name of [ofServer, ofWire, ofBrowser]) spawnSync("ip", ["netns", "del", name]);
  };
  try {
    for (const name of [ofServer, ofWire, ofBrowser]) {
      ip("netns", "add", name);
      ip("-n", name, "link", "set", "lo", "up");
    }
    connect(ofServer, "server0", ofWire, wireEnds[0]);
    connect(ofBrowser, "browser0", ofWire, wireEnds[1]);
    ip("-n", ofServer, "addr", "add", `${serverAddress}/24`, "dev", "server0");
    ip("-n", ofBrowser, "addr", "add", browserAddresses[0], "dev", "browser0");
    return { ofServer, ofWire, ofBrowser, remove };
  } catch (cause) {
    remove();
    throw cause;
  }
}

function connect(one: string, end: string, other: string, otherEnd: string): void {
  ip("link", "add", end, "netns", one, "type", "veth", "peer", "name", otherEnd, "netns", other);
  ip("-n", one, "link", "set", end, "up");
  ip("-n", other, "link", "set", otherEnd, "up");
  ip("netns", "exec", one, "python3", wireProgram, end);
}

/** The browser's machine has another address from now on, as after a change of the network. */
export function changeAddress(ofBrowser: string): void {
  ip("-n", ofBrowser, "addr", "del", browserAddresses[0], "dev", "browser0");
  ip("-n", ofBrowser, "addr", "add", browserAddresses[1], "dev", "browser0");
}

/** Each way. */
export interface WireSettings {
  /** Percent of the packets that are lost. */
  readonly loss: number;
  /** Milliseconds for which each is held. */
  readonly delay: number;
  /** Kilobits a second that pass; 0: as many as come. */
  readonly rate: number;
}

export const goodWire: WireSettings = { loss: 0, delay: 0, rate: 0 };

export interface Wire {
  readonly set: (settings: WireSettings) => void;
  readonly close: () => Promise<void>;
}

export async function layWire(ofWire: string): Promise<Wire> {
  const child = spawn("ip", ["netns", "exec", ofWire, "python3", wireProgram, ...wireEnds], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return {
    set: (settings) => child.stdin.write(`${JSON.stringify(settings)}\n`),
    close: async () => {
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    },
  };
}

/** A port of the server as one of the browser's own machine. Gives how to end it. */
export async function forward(ofBrowser: string, port: number): Promise<() => Promise<void>> {
  const script = join(import.meta.dirname, "forward.ts");
  const words = ["netns", "exec", ofBrowser, process.execPath, script, String(port), serverAddress];
  const child = spawn("ip", words, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return async () => {
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
}

function ip(...words: readonly string[]): void {
  const { status, stderr } = spawnSync("ip", words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`ip ${words.join(" ")}: ${stderr}`);
}
