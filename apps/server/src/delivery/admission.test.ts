import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { newDelivery } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { announce } from "../testing/tus-upload.ts";

vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

/** Hands files over: each call announces one more. */
async function sender(person: TestPerson) {
  const delivery = newDelivery();
  await person.post(`/cases/${oncology}/deliveries`, { id: delivery });
  let files = 0;
  const next = async (into = delivery) => {
    files += 1;
    const file = { caseId: oncology, path: `${files}.txt`, content: Buffer.from("x"), delivery: into };
    return (await announce(person, file)).status;
  };
  return { delivery, next };
}

const rowsOf = async (delivery: string) =>
  (await server.open.query("select 1 from delivered_file where delivery_id = $1", [delivery])).rows.length;

test("a file comes into no delivery that is over, another's or nobody's", async () => {
  const [referrer, coordinator] = [await server.as("referrer"), await server.as("coordinator")];
  const { delivery, next } = await sender(referrer);
  const other = await sender(coordinator);
  expect([await next(), await next(newDelivery()), await next(other.delivery)]).toEqual([201, 404, 404]);
  await referrer.post(`/cases/${oncology}/deliveries/${delivery}/cancel`, {});
  expect(await next()).toBe(404);
  expect(await rowsOf(delivery)).toBe(0);
  expect(await rowsOf(other.delivery)).toBe(0);
});

test("who was let in a moment ago is asked for anew when their seat ends, and when their session does", async () => {
  const [referrer, coordinator] = [await server.as("referrer"), await server.as("coordinator")];
  const { delivery, next } = await sender(referrer);
  expect(await next()).toBe(201);
  const seat = await seatOf(server.open, oncology, "referrer");
  expect((await coordinator.post(`/cases/${oncology}/seats/${seat}/end`)).status).toBe(200);
  expect(await next()).toBe(403);
  const left = await fetch(`${referrer.origin}/api/auth/sign-out`, {
    method: "POST",
    headers: { cookie: referrer.cookie, origin: referrer.origin, "content-type": "application/json" },
    body: "{}",
  });
  expect(left.status).toBe(200);
  expect(await next()).toBe(401);
  expect(await rowsOf(delivery)).toBe(1);
});
