import { createUlid, secureRandom } from "@consilium/foundation";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, oncology, seatOf, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { remindOfRequests } from "./remind-of-requests.ts";
import { tellOverdueClocks } from "./tell-overdue-clocks.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

let kicked = 0;
/** As a server of its own does it, whose clock the test sets. */
const services = () => ({
  open: server.open,
  keys: server.keys,
  createId: () => createUlid(Date.now(), secureRandom),
  origin: server.origin,
  told: () => {
    kicked += 1;
    return Promise.resolve();
  },
});

async function toldOf(kind: string, about: string): Promise<readonly string[]> {
  const { rows } = await server.open.query<{ email: string }>(
    `select u.email from notification n join "user" u on u.id = n.person_id where n.kind = $1 and n.subject = $2 and u.email like '%@demo.test' order by n.at`,
    [kind, about],
  );
  return rows.map(({ email }) => email.replace("@demo.test", ""));
}

async function ask(of: string | null, due: string): Promise<string> {
  const coordinator = await server.as("coordinator");
  const wanted = { what: "Letter", of, due };
  const { body } = await coordinator.post(`/cases/${oncology}/requests`, wanted);
  return z.object({ request: z.string() }).parse(body).request;
}

const pass = async (...moments: string[]) => {
  for (const moment of moments) await remindOfRequests(services(), new Date(moment));
};

test("a request: the day before, every day that it is late, and whoever coordinates from the second on; each said once by two servers", async () => {
  const request = await ask(await seatOf(server.open, oncology, "patient"), "2027-03-10T16:00:00Z");
  await pass("2027-03-08T12:00:00Z");
  expect(await toldOf("request-due", request)).toEqual([]);
  await Promise.all([pass("2027-03-09T12:00:00Z"), pass("2027-03-09T12:00:00Z")]);
  await pass("2027-03-09T13:00:00Z", "2027-03-10T12:00:00Z");
  expect(await toldOf("request-due", request)).toEqual(["patient"]);
  await pass("2027-03-11T12:00:00Z", "2027-03-11T12:01:00Z");
  expect(await toldOf("request-overdue", request)).toEqual(["patient"]);
  await pass("2027-03-12T12:00:00Z", "2027-03-12T12:01:00Z");
  expect((await toldOf("request-overdue", request)).toSorted()).toEqual([
    "coordinator",
    "patient",
    "patient",
  ]);
  expect(kicked).toBeGreaterThanOrEqual(3);
  // The patient's proxy, who may add records, is asked with them.
  const reminded = (await auditOf(server.open)).filter(
    ({ act, subject }) => act === "record.request-reminded" && subject === request,
  );
  expect(reminded.map(({ body }) => body["told"])).toEqual([2, 2, 3]);
  const patient = await server.as("patient");
  await patient.post(`/cases/${oncology}/requests/${request}/answer`, { state: "unavailable" });
  await pass("2027-03-13T12:00:00Z");
  expect(await toldOf("request-overdue", request)).toHaveLength(3);
});

test("where nobody of the case was asked, whoever coordinates hears that it is late", async () => {
  const request = await ask(null, "2027-04-10T16:00:00Z");
  await pass("2027-04-09T12:00:00Z");
  expect(await toldOf("request-due", request)).toEqual([]);
  await pass("2027-04-11T12:00:00Z", "2027-04-12T12:00:00Z");
  expect(await toldOf("request-overdue", request)).toEqual(["coordinator"]);
});

test("a hospital without an account is reminded by mail three times, each written once by two servers; then whoever asked hears that it is silent", async () => {
  const coordinator = await server.as("coordinator");
  const address = "films@northgate.example";
  const wanted = { what: "Films", from: "Northgate", address, due: "2027-03-10T16:00:00Z" };
  const { body } = await coordinator.post(`/cases/${oncology}/requests`, wanted);
  const { request } = z.object({ request: z.string() }).parse(body);
  const subjects = async () => {
    const { rows } = await server.open.query<{ subject: string; text: string }>(
      "select subject, text from mail where address = $1 order by queued_at, id",
      [address],
    );
    expect(new Set(rows.map(({ text }) => /\/answer#[\w-]{43}/.exec(text)?.[0])).size).toBe(1);
    return rows.length;
  };
  expect(await subjects()).toBe(1);
  await Promise.all([pass("2027-03-09T12:00:00Z"), pass("2027-03-09T12:00:00Z")]);
  expect(await subjects()).toBe(2);
  await pass("2027-03-11T12:00:00Z", "2027-03-11T13:00:00Z");
  expect(await subjects()).toBe(3);
  expect(await toldOf("request-silent", request)).toEqual([]);
  await pass("2027-03-12T12:00:00Z", "2027-03-13T12:00:00Z", "2027-03-14T12:00:00Z");
  expect(await subjects()).toBe(4);
  expect(await toldOf("request-silent", request)).toEqual(["coordinator"]);
  await coordinator.post(`/cases/${oncology}/requests/${request}/withdrawal`, { because: "Found." });
  await pass("2027-03-15T12:00:00Z");
  const { rows } = await server.open.query("select 1 from mail where address = $1", [address]);
  expect(rows).toHaveLength(5);
});

test("nobody is reminded in a case that is over", async () => {
  const request = await ask(await seatOf(server.open, oncology, "patient"), "2027-05-10T16:00:00Z");
  await server.open.query("update clinical_case set state = 'withdrawn' where id = $1", [oncology]);
  await pass("2027-05-11T12:00:00Z");
  expect(await toldOf("request-overdue", request)).toEqual([]);
  await server.open.query("update clinical_case set state = 'in-review' where id = $1", [oncology]);
});

const late = async () => (await toldOf("clock-overdue", "records")).length;
const look = (moment: string) => tellOverdueClocks(services(), new Date(moment));

test("a clock that runs past its deadline is told to whoever coordinates, once a deadline, and not while it stands", async () => {
  await server.open.query("delete from notification");
  const setClock = (due: string) =>
    server.open.query(
      "update clock set started_at = '2027-01-01', done_at = null, due_at = $2 where case_id = $1 and kind = 'records'",
      [spine, due],
    );
  await setClock("2027-06-10T16:00:00Z");
  await look("2027-06-10T15:59:00Z");
  const before = await late();
  await Promise.all([look("2027-06-10T16:01:00Z"), look("2027-06-10T16:01:00Z")]);
  expect(await late()).toBe(before + 1);
  await setClock("2027-06-12T16:00:00Z");
  await look("2027-06-12T16:01:00Z");
  expect(await late()).toBe(before + 2);
  await setClock("2027-06-14T16:00:00Z");
  const { rows } = await server.open.query<{ id: string; organisation: string }>(
    "select id, organisation_id as organisation from clock where case_id = $1 and kind = 'records'",
    [spine],
  );
  await server.open.query(
    `insert into clock_pause (id, organisation_id, case_id, clock_id, from_at, seat_id, sealed_reason)
     select $1, organisation_id, case_id, id, '2027-06-13', $3, '' from clock where id = $2`,
    [createUlid(Date.now(), secureRandom), rows[0]?.id, await seatOf(server.open, spine, "coordinator")],
  );
  await look("2027-06-14T16:01:00Z");
  expect(await late()).toBe(before + 2);
});
