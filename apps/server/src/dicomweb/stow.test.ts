import { readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { deliveryStates } from "@consilium/database";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { oncology } from "../testing/demo-cases.ts";
import { sliceOf } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

const path = `/cases/${oncology}/dicomweb/studies`;
const type = 'multipart/related; type="application/dicom"; boundary=b';
let server: TestServer;
let referrer: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
}, 90_000);
afterAll(() => server.close());

const message = (...contents: readonly Uint8Array[]): Buffer =>
  Buffer.concat([
    ...contents.flatMap((content) => [
      Buffer.from("--b\r\nContent-Type: application/dicom\r\n\r\n"),
      content,
      Buffer.from("\r\n"),
    ]),
    Buffer.from("--b--\r\n"),
  ]);

const stow = (person: TestPerson, body: Uint8Array, contentType = type) =>
  person.ask(path, { method: "POST", body, headers: { "content-type": contentType } });

const Item = z.record(z.string(), z.looseObject({ Value: z.array(z.unknown()) }));
const Answer = z.object({
  "00081199": z.object({ Value: z.array(Item) }).optional(),
  "0008119A": z.object({ Value: z.array(Item) }).optional(),
});
const Deliveries = z.object({ items: z.array(z.object({ id: z.string(), state: z.enum(deliveryStates) })) });
const newest = async () =>
  Deliveries.parse((await referrer.ask(`/cases/${oncology}/deliveries`)).body).items[0];
const spooled = () => readdirSync(join(server.folder, "spool")).filter((name) => name.length === 26);

test("instances are kept and named with their address; sent again they are there", async () => {
  const sent = message(sliceOf(1), sliceOf(2));
  const first = await stow(referrer, sent);
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toBe("application/dicom+json");
  const kept = Answer.parse(first.body)["00081199"]?.Value ?? [];
  expect(kept.map((one) => String(one["00081155"]?.Value[0])).toSorted()).toEqual(["2.25.2001", "2.25.2002"]);
  const address = String(kept[0]?.["00081190"]?.Value[0]);
  const fetched = await fetch(server.origin + address, { headers: { cookie: referrer.cookie } });
  expect(fetched.status).toBe(200);
  const again = await stow(referrer, sent);
  expect([again.status, again.body]).toEqual([200, first.body]);
});

test("what cannot be read fails, and the rest is kept", async () => {
  const some = await stow(referrer, message(sliceOf(3), sliceOf(4).subarray(0, 300)));
  expect(some.status).toBe(202);
  const answer = Answer.parse(some.body);
  expect(answer["00081199"]?.Value.map((one) => one["00081155"]?.Value)).toEqual([["2.25.2003"]]);
  expect(answer["0008119A"]?.Value.map((one) => one["00081197"]?.Value)).toEqual([[0xc000]]);
  const none = await stow(referrer, message(new Uint8Array(0)));
  expect(none.status).toBe(409);
});

test("instances of somebody else are asked about, at the address that is named", async () => {
  const jonas = { name: "Weber^Jonas", birthDate: "19580201" };
  const answer = await stow(referrer, message(sliceOf(5), sliceOf(6, jonas)));
  expect([answer.status, answer.text]).toEqual([202, "{}"]);
  const at = answer.headers.get("location")?.replace(/^\/api/, "") ?? "";
  expect((await referrer.ask(at)).body).toMatchObject({ state: "asking", records: [] });
});

test("a message without its end, with another boundary or without parts leaves nothing", async () => {
  const whole = message(sliceOf(7), sliceOf(8));
  expect((await stow(referrer, whole.subarray(0, -9))).body).toMatchObject({ refusal: "truncated" });
  expect((await newest())?.state).toBe("cancelled");
  expect((await stow(referrer, whole, type.replace("=b", "=other"))).status).toBe(422);
  expect((await stow(referrer, message())).status).toBe(400);
  expect((await stow(referrer, whole, "application/dicom")).status).toBe(400);
  await expect.poll(spooled).toHaveLength(2); // Of the delivery that asks.
});

test("a connection that is cut leaves nothing", async () => {
  const before = (await newest())?.id;
  const headers = { cookie: referrer.cookie, "content-type": type, "content-length": "100000" };
  const sending = request(`${server.origin}/api${path}`, { method: "POST", headers });
  sending.on("error", () => undefined);
  sending.write(message(sliceOf(9)).subarray(0, -7));
  await expect.poll(async () => (await newest())?.id).not.toBe(before);
  sending.destroy();
  await expect.poll(async () => (await newest())?.state).toBe("cancelled");
  await expect.poll(spooled).toHaveLength(2);
});

test("whoever may not add records sends none", async () => {
  const before = await newest();
  expect((await stow(await server.as("specialist"), message(sliceOf(10)))).status).toBe(403);
  const stranger = await fetch(`${server.origin}/api${path}`, {
    method: "POST",
    headers: { "content-type": type },
  });
  expect(stranger.status).toBe(401);
  expect(await newest()).toEqual(before);
});
