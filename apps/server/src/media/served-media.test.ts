import { workerBuiltBefore } from "@consilium/conference-server/testing";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { startTestServer } from "../testing/start-test-server.ts";

const Health = z.looseObject({ media: z.string(), mediaBecause: z.string().optional() });
const program = workerBuiltBefore();
const here = {
  kind: "on",
  ip: "127.0.0.1",
  announced: [],
  port: undefined,
  workers: 1,
  turn: undefined,
} as const;

const healthAt = async (origin: string) => Health.parse(await (await fetch(`${origin}/api/health`)).json());

test.skipIf(program === undefined)(
  "a server whose media server is there says so, once it is: to everybody and to its operator",
  async () => {
    const server = await startTestServer({ media: here });
    await vi.waitFor(
      async () => expect(await healthAt(server.origin)).toMatchObject({ media: "ready" }),
      10_000,
    );
    expect(await healthAt(server.origin)).not.toHaveProperty("mediaBecause");
    expect(server.lines).toEqual([expect.stringMatching(/ media: Video is ready\.$/)]);
    await server.close();
  },
);

test("a server where video is turned off works, and says why there is none", async () => {
  const server = await startTestServer();
  expect(await healthAt(server.origin)).toMatchObject({
    status: "ok",
    media: "unavailable",
    mediaBecause: "Video is turned off by CONSILIUM_MEDIA.",
  });
  expect(server.lines).toEqual([]);
  await server.close();
});
