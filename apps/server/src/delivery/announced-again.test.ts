import { truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { oncology } from "../testing/demo-cases.ts";
import { newDelivery, untilDelivery } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { announce, announcement, pieceAt, sendPiece } from "../testing/tus-upload.ts";

vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
let referrer: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
}, 60_000);
afterAll(() => server.close());

const content = Buffer.from("Seen on the ward. She walks without help.");
const named = "5e884898da28047151d0e56f8dc62927";

async function begin(): Promise<string> {
  const delivery = newDelivery();
  await referrer.post(`/cases/${oncology}/deliveries`, { id: delivery });
  return delivery;
}

const told = ({ status, headers }: Response) => [
  status,
  headers.get("location"),
  headers.get("upload-offset"),
];
const bytesIn = async (delivery: string) => {
  const { body } = await referrer.ask(`/cases/${oncology}/deliveries/${delivery}`);
  return z.object({ bytes: z.number() }).parse(body).bytes;
};

test("a file that is announced again under its name is the same one, and goes on where it stopped", async () => {
  const delivery = await begin();
  const file = { caseId: oncology, path: "Ward/round.txt", content, delivery, named };
  const first = await announce(referrer, file);
  const location = first.headers.get("location") ?? "";
  expect(told(await announce(referrer, file))).toEqual([201, location, "0"]);
  await sendPiece(referrer, location, 0, content.subarray(0, 10));
  expect(told(await announce(referrer, file))).toEqual([201, location, "10"]);
  await sendPiece(referrer, location, 10, content.subarray(10));
  expect(told(await announce(referrer, file))).toEqual([201, location, String(content.length)]);
  expect(await bytesIn(delivery)).toBe(content.length);
  const complete = await referrer.post(`/cases/${oncology}/deliveries/${delivery}/complete`, { files: 1 });
  expect(complete.status).toBe(202);
  const done = await untilDelivery(referrer, oncology, delivery, ["done", "failed"]);
  expect(done.outcomes).toMatchObject([{ path: "Ward/round.txt", is: "kept" }]);
});

test("a file comes with its announcement; announced again because the answer was lost, it is there and counted once", async () => {
  const delivery = await begin();
  const file = { caseId: oncology, path: "Ward/second round.txt", content, delivery, named };
  const announceWhole = () =>
    fetch(`${referrer.origin}/api/uploads`, {
      method: "POST",
      headers: { ...announcement(referrer, file), ...pieceAt(0) },
      body: Buffer.from(content),
    });
  const first = await announceWhole();
  const [, location] = told(first);
  expect(told(first)).toEqual([201, location, String(content.length)]);
  expect(told(await announceWhole())).toEqual([201, location, String(content.length)]);
  expect(await bytesIn(delivery)).toBe(content.length);
  const complete = await referrer.post(`/cases/${oncology}/deliveries/${delivery}/complete`, { files: 1 });
  expect(complete.status).toBe(202);
  const done = await untilDelivery(referrer, oncology, delivery, ["done", "failed"]);
  expect(done.outcomes).toHaveLength(1);
});

test("a file whose place was cut short while it was made, before anybody was told of it, is announced again and arrives", async () => {
  const delivery = await begin();
  const words = Buffer.from("She sleeps better.");
  const file = { caseId: oncology, path: "Ward/third round.txt", content: words, delivery, named };
  const first = await announce(referrer, file);
  const location = first.headers.get("location") ?? "";
  truncateSync(join(server.folder, "spool", location.split("/").at(-1) ?? ""), 20);
  expect(told(await announce(referrer, file))).toEqual(told(first));
  await sendPiece(referrer, location, 0, words);
  const complete = await referrer.post(`/cases/${oncology}/deliveries/${delivery}/complete`, { files: 1 });
  expect(complete.status).toBe(202);
  const done = await untilDelivery(referrer, oncology, delivery, ["done", "failed"]);
  expect(done.outcomes).toMatchObject([{ path: "Ward/third round.txt", is: "kept" }]);
});

test("another length under the same name is refused, and the same name in another delivery is another file", async () => {
  const [one, other] = [await begin(), await begin()];
  const file = { caseId: oncology, path: "a.txt", content, named };
  const first = await announce(referrer, { ...file, delivery: one });
  expect((await announce(referrer, { ...file, delivery: one, content: content.subarray(1) })).ok).toBe(false);
  const second = await announce(referrer, { ...file, delivery: other });
  expect(second.status).toBe(201);
  expect(second.headers.get("location")).not.toBe(first.headers.get("location"));
  expect((await announce(referrer, { ...file, delivery: one, named: "short" })).status).toBe(400);
});
