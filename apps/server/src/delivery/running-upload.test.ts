import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { newDelivery } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { announce, announcement, pieceAt } from "../testing/tus-upload.ts";

vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const piece = new Uint8Array(65_536).fill(7);
/** That many would take a minute. */
const pieces = 600;
const content = new Uint8Array(piece.length * pieces);

/** Bytes that come as slowly as from a bad line, and how many of the pieces were taken. */
function slowLine() {
  const line = { taken: 0 };
  async function* send(): AsyncGenerator<Uint8Array> {
    for (; line.taken < pieces; line.taken += 1) {
      yield piece;
      await pause(100);
    }
  }
  return { line, body: ReadableStream.from(send()) };
}

/** Whether the server took it as sent. A connection that it ends is a no. */
async function isTaken(url: URL | string, request: Omit<RequestInit, "duplex">): Promise<boolean> {
  const answer = await fetch(url, { ...request, duplex: "half" }).catch(() => undefined);
  return answer?.ok ?? false;
}

test("a right that ends stops the pieces that are on their way, also those that came with the announcement", async () => {
  const [referrer, coordinator] = [await server.as("referrer"), await server.as("coordinator")];
  const delivery = newDelivery();
  await referrer.post(`/cases/${oncology}/deliveries`, { id: delivery });
  const file = (path: string) => ({ caseId: oncology, path, content, delivery });

  const location = (await announce(referrer, file("a.bin"))).headers.get("location") ?? "";
  const [first, second] = [slowLine(), slowLine()];
  const running = [
    isTaken(new URL(location, referrer.origin), {
      method: "PATCH",
      headers: { "tus-resumable": "1.0.0", cookie: referrer.cookie, ...pieceAt(0) },
      body: first.body,
    }),
    isTaken(`${referrer.origin}/api/uploads`, {
      method: "POST",
      headers: { ...announcement(referrer, file("b.bin")), ...pieceAt(0) },
      body: second.body,
    }),
  ];
  await expect
    .poll(() => Math.min(first.line.taken, second.line.taken), { timeout: 20_000 })
    .toBeGreaterThan(3);
  const seat = await seatOf(server.open, oncology, "referrer");
  expect((await coordinator.post(`/cases/${oncology}/seats/${seat}/end`)).status).toBe(200);

  expect(await Promise.all(running)).toEqual([false, false]);
  expect(first.line.taken).toBeLessThan(pieces);
  expect(second.line.taken).toBeLessThan(pieces);
  const { rows } = await server.open.query(
    "select 1 from delivered_file where delivery_id = $1 and arrived_at is not null",
    [delivery],
  );
  expect(rows).toEqual([]);
});
