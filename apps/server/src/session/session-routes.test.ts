import { createUlid, secureRandom } from "@consilium/foundation";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { password } from "../testing/test-configuration.ts";
import { signIn } from "../testing/test-person.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const KeyAnswer = z.object({ key: z.string(), device: z.string() });

test("[SY-7] a device's key is given to the same person's session elsewhere, to nobody else's, and not once it was destroyed", async () => {
  const lost = await signIn(server.origin, "specialist@demo.test", password);
  const kept = KeyAnswer.parse((await lost.ask("/session/kept-key")).body);
  const anew = await signIn(server.origin, "specialist@demo.test", password);
  const own = KeyAnswer.parse((await anew.ask("/session/kept-key")).body);
  expect(own.device).not.toBe(kept.device);
  const path = `/session/kept-key/${kept.device}`;
  expect((await anew.ask(path)).body).toEqual(kept);
  const refusal = { status: 404, body: { refusal: "no-such-device" } };
  expect(await (await server.as("patient")).ask(path)).toMatchObject(refusal);
  const never = createUlid(Date.now(), secureRandom);
  expect(await anew.ask(`/session/kept-key/${never}`)).toMatchObject(refusal);
  const headers = { origin: server.origin };
  expect((await lost.ask("/auth/sign-out", { method: "POST", body: {}, headers })).status).toBe(200);
  expect(await anew.ask(path)).toMatchObject(refusal);
});
