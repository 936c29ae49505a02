import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { promisify } from "node:util";
import { hasTurnServer, startTurnServer, type TurnServer } from "@consilium/conference-server/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { turnCredentials } from "./turn-credentials.ts";

const turn = { urls: ["turn:turn.example:3478"], secret: "only-here" };

test("credentials say whose they are and end in an hour, and their secret is not told", () => {
  const told = turnCredentials(turn, "01SEAT", new Date(1_800_000_000_000));
  expect(told.username).toBe("1800003600:01SEAT");
  expect(told.urls).toEqual(turn.urls);
  expect(told.credential).toBe(createHmac("sha1", "only-here").update(told.username).digest("base64"));
  expect(JSON.stringify(told)).not.toContain("only-here");
});

const run = promisify(execFile);

describe.skipIf(!hasTurnServer)("coturn", () => {
  let relay: TurnServer;
  beforeAll(async () => {
    relay = await startTurnServer();
  });
  afterAll(() => relay.close());

  /** coturn's own client: a message there and back over the relay. What it prints, or the complaint with which it ends. */
  const relayed = async (secret: string, now: Date): Promise<string> => {
    const { username, credential } = turnCredentials({ ...turn, secret }, "01SEAT", now);
    const [ip = "", port = ""] = relay.at.split(":");
    const words = ["-u", username, "-w", credential, "-p", port, "-e", ip, "-n", "1", "-m", "1", "-y", ip];
    const ended = run("turnutils_uclient", words, { timeout: 20_000 });
    return ended.then(
      ({ stdout }) => stdout,
      (cause: unknown) => String(Object(cause).stdout),
    );
  };

  test("relays for whoever has them", async () => {
    expect(await relayed(relay.secret, new Date())).toContain("Total lost packets 0 (0.000000%)");
  });

  test.for([
    ["an hour has passed", () => relayed(relay.secret, new Date(Date.now() - 3_700_000))],
    ["somebody else has made them", () => relayed("guessed", new Date())],
  ] as const)("relays nothing where %s", async ([, tried]) => {
    expect(await tried()).toContain("Cannot complete Allocation");
  });
});
