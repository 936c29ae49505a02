import { createUlid, secureRandom } from "@consilium/foundation";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { auditOf, cardiology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { remindOfUnread } from "./remind-of-unread.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server.close());

const query = (text: string, values: readonly unknown[] = []) => server.open.query(text, [...values]);
const look = (...moments: readonly string[]) =>
  Promise.all(
    moments.map((moment) =>
      remindOfUnread(
        {
          open: server.open,
          keys: server.keys,
          createId: () => createUlid(Date.now(), secureRandom),
          told: () => Promise.resolve(),
          origin: server.origin,
        },
        new Date(moment),
      ),
    ),
  );

/** What was told in the case since the last look: the kind and the role that it was told for, and whether a mail is due. */
async function told(): Promise<readonly string[]> {
  const { rows } = await server.open.query<{ line: string }>(
    `select n.kind || ' ' || s.role as line from notification n join seat s on s.id = n.seat_id
     where n.case_id = $1 and n.kind in ('report-unread', 'change-unread', 'unread-passed-on') order by 1`,
    [cardiology],
  );
  return rows.map(({ line }) => line);
}

/** As if it had been shared on a Tuesday, and nobody had heard or opened anything. */
async function sharedOn(day: string): Promise<void> {
  await query("delete from notification");
  await query("delete from report_receipt where case_id = $1", [cardiology]);
  await query("update share set at = $2 where case_id = $1 and ended_at is null", [cardiology, day]);
}

test("a report that nobody opened: whoever treats is reminded, whoever coordinates told, the patient reminded last; each once", async () => {
  await sharedOn("2027-09-14T10:00:00Z");
  await look("2027-09-16T08:00:00Z");
  expect(await told()).toEqual([]);
  await look("2027-09-16T20:00:00Z", "2027-09-16T20:00:00Z");
  await look("2027-09-16T20:01:00Z");
  expect(new Set(await told())).toEqual(new Set(["report-unread care-team", "report-unread referrer"]));
  await look("2027-09-17T20:00:00Z", "2027-09-17T20:01:00Z");
  expect(await told()).toContain("unread-passed-on coordinator");
  const before = await told();
  expect(before).not.toContain("report-unread patient");
  await look("2027-09-21T20:00:00Z");
  expect(await told()).toContain("report-unread patient");
  const all = await told();
  await look("2027-09-24T20:00:00Z");
  expect(await told()).toEqual(all);
  const booked = (await auditOf(server.open)).filter(({ act }) => act === "report.unread-reminded");
  expect(booked.length).toBeGreaterThanOrEqual(3);
});

test("whoever has opened it is not reminded, and nobody is told of it", async () => {
  await sharedOn("2027-09-14T10:00:00Z");
  await query(
    `insert into report_receipt (report_id, seat_id, organisation_id, case_id, opened_at)
     select r.id, s.id, r.organisation_id, r.case_id, '2027-09-15' from report r join seat s on s.case_id = r.case_id
     where r.case_id = $1`,
    [cardiology],
  );
  await look("2027-09-17T20:00:00Z", "2027-09-21T20:00:00Z");
  expect(await told()).toEqual([]);
});

test("a patient who is to hear it from somebody first is not reminded before; nobody in a case that is over", async () => {
  await sharedOn("2027-09-14T10:00:00Z");
  await query("update share set ended_at = now() where case_id = $1 and audience = 'patient'", [cardiology]);
  await look("2027-09-21T20:00:00Z");
  expect((await told()).filter((line) => line.endsWith("patient"))).toEqual([]);
  expect(await told()).toContain("report-unread referrer");
  await query("delete from notification");
  await query("update clinical_case set state = 'closed' where id = $1", [cardiology]);
  await look("2027-09-21T20:00:00Z");
  expect(await told()).toEqual([]);
  await query("update clinical_case set state = 'delivered' where id = $1", [cardiology]);
});

test("whoever has read what no longer stands, and has not said that they know, is reminded of that; not once they have", async () => {
  await sharedOn("2027-09-14T10:00:00Z");
  await query(
    "update report set state = 'retracted', changed_at = '2027-09-14T10:00:00Z' where case_id = $1",
    [cardiology],
  );
  await look("2027-09-17T20:00:00Z");
  expect(await told()).toEqual([]);
  await query(
    `insert into report_receipt (report_id, seat_id, organisation_id, case_id, opened_at)
     select r.id, s.id, r.organisation_id, r.case_id, '2027-09-13' from report r join seat s on s.case_id = r.case_id
     where r.case_id = $1 and s.role = 'referrer'`,
    [cardiology],
  );
  await look("2027-09-17T20:00:00Z", "2027-09-17T20:01:00Z");
  expect(await told()).toEqual(["change-unread referrer", "unread-passed-on coordinator"]);
  await query("delete from notification");
  await query("update report_receipt set change_seen_at = '2027-09-15' where case_id = $1", [cardiology]);
  await look("2027-09-17T20:00:00Z");
  expect(await told()).toEqual([]);
});
