import { readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { deliveryStates } from "@consilium/database";
import { makeDicomDir } from "@consilium/interchange/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { sliceOf } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

const path = `/cases/${oncology}/dicomweb/studies`;
const patience = { timeout: 20_000 };
const type = 'multipart/related; type="application/dicom"; boundary=b';
let server: TestServer;
let referrer: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
}, 90_000);
afterAll(() => server.close());

type Part = readonly [type: string, content: Uint8Array];

const messageOf = (...parts: readonly Part[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(([partType, content]) => [
      Buffer.from(`--b\r\nContent-Type: ${partType}\r\n\r\n`),
      content,
      Buffer.from("\r\n"),
    ]),
    Buffer.from("--b--\r\n"),
  ]);

const message = (...contents: readonly Uint8Array[]): Buffer =>
  messageOf(...contents.map((content) => ["application/dicom", content] as const));

const stow = (person: TestPerson, body: Uint8Array, contentType = type) =>
  person.ask(path, { method: "POST", body, headers: { "content-type": contentType } });

const Item = z.record(z.string(), z.looseObject({ Value: z.array(z.unknown()) }));
const Answer = z.object({
  "00081198": z.object({ Value: z.array(Item) }).optional(),
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

test("what cannot be read fails under its own identifiers, where it says them, and the rest is kept", async () => {
  const cut = sliceOf(4).subarray(0, 300);
  const nameless = sliceOf(4).subarray(132, 300);
  const some = await stow(referrer, message(sliceOf(3), cut, nameless));
  expect(some.status).toBe(202);
  const answer = Answer.parse(some.body);
  expect(answer["00081199"]?.Value.map((one) => one["00081155"]?.Value)).toEqual([["2.25.2003"]]);
  expect(answer["00081198"]?.Value).toEqual([
    {
      "00081150": { vr: "UI", Value: ["1.2.840.10008.5.1.4.1.1.2"] },
      "00081155": { vr: "UI", Value: ["2.25.2004"] },
      "00081197": { vr: "US", Value: [0xc000] },
    },
  ]);
  expect(answer["0008119A"]?.Value).toEqual([{ "00081197": { vr: "US", Value: [0xc000] } }]);
  const none = await stow(referrer, message(new Uint8Array(0)));
  expect(none.status).toBe(409);
});

test("a part of another type fails, and is in no delivery", async () => {
  const some = await stow(
    referrer,
    messageOf(["text/plain", sliceOf(3)], ["Application/DICOM; transfer-syntax=*", sliceOf(3)]),
  );
  expect(some.status).toBe(202);
  expect(Answer.parse(some.body)).toMatchObject({
    "00081199": { Value: [{ "00081155": { Value: ["2.25.2003"] } }] },
    "0008119A": { Value: [{ "00081197": { Value: [0xc000] } }] },
  });
  const before = spooled();
  const none = await stow(
    referrer,
    messageOf(["application/pdf", sliceOf(3)], ["application/dicom+json", sliceOf(4)]),
  );
  expect(none.status).toBe(409);
  expect(Answer.parse(none.body)["0008119A"]?.Value).toHaveLength(2);
  expect((await newest())?.state).toBe("cancelled");
  await expect.poll(spooled, patience).toHaveLength(before.length);
});

test("the index of a disc is no instance that is kept here", async () => {
  const index = makeDicomDir([
    { studyUid: "2.25.1001", description: "", images: [{ path: "A", instanceUid: "2.25.2003" }] },
  ]);
  const answer = await stow(referrer, message(sliceOf(3), index));
  expect(answer.status).toBe(202);
  expect(Answer.parse(answer.body)["0008119A"]?.Value).toEqual([
    { "00081197": { vr: "US", Value: [0x0122] } },
  ]);
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
  await expect.poll(spooled, patience).toHaveLength(2); // Of the delivery that asks.
});

/** A request that goes on until it is ended. */
function begin(headers: Readonly<Record<string, string>> = {}, first = message(sliceOf(9)).subarray(0, -7)) {
  const sending = request(`${server.origin}/api${path}`, {
    method: "POST",
    headers: { cookie: referrer.cookie, "content-type": type, "content-length": "100000", ...headers },
  });
  const status = new Promise<number>((resolve) => {
    sending.on("error", () => resolve(0));
    sending.on("response", (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  sending.write(first);
  return { sending, status };
}

const arriving = async () => {
  const { items } = Deliveries.parse((await referrer.ask(`/cases/${oncology}/deliveries`)).body);
  return items.filter(({ state }) => state === "arriving");
};

test("a connection that is cut leaves nothing", async () => {
  const { sending } = begin();
  await expect.poll(arriving, patience).toHaveLength(1);
  sending.destroy();
  await expect.poll(arriving, patience).toEqual([]);
  await expect.poll(spooled, patience).toHaveLength(2);
});

test("more than may come at once is refused before it comes", async () => {
  const before = await newest();
  const { sending, status } = begin({ "content-length": String(8192 * 2 ** 20 + 1) });
  expect(await status).toBe(413);
  sending.destroy();
  expect(await newest()).toEqual(before);
});

test("a third message at once waits for none of the two", async () => {
  const both = [begin(), begin()];
  await expect.poll(arriving, patience).toHaveLength(2);
  const third = await stow(referrer, message(sliceOf(9)));
  expect([third.status, third.body]).toEqual([429, expect.objectContaining({ refusal: "too-many" })]);
  for (const { sending } of both) sending.destroy();
  await expect.poll(arriving, patience).toEqual([]);
  await expect.poll(async () => (await stow(referrer, message(sliceOf(9)))).status, patience).toBe(200);
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

test("a right that ends while a message comes stops it, and nothing of it stays", async () => {
  const coordinator = await server.as("coordinator");
  const { sending, status } = begin();
  await expect.poll(arriving, patience).toHaveLength(1);
  await expect.poll(spooled, patience).toHaveLength(2);
  const seat = await seatOf(server.open, oncology, "referrer");
  expect((await coordinator.post(`/cases/${oncology}/seats/${seat}/end`, {})).status).toBe(200);
  // Whether it still may is asked each second, with the next bytes.
  const more = setInterval(() => sending.write("0123456789"), 300);
  try {
    expect([403, 404]).toContain(await status);
  } finally {
    clearInterval(more);
    sending.destroy();
  }
  const { items } = Deliveries.parse((await coordinator.ask(`/cases/${oncology}/deliveries`)).body);
  expect(items[0]?.state).toBe("cancelled");
  await expect.poll(spooled, patience).toHaveLength(2);
});
