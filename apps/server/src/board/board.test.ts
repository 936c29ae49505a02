import { dayAt, dayIn } from "@consilium/foundation";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { NextConference } from "../case/case-schemas.ts";
import { auditOf, cardiology, oncology, seatOf, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

let server: TestServer;
let coordinator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
}, 60_000);
afterAll(() => server.close());

const Board = z.object({
  isCut: z.boolean(),
  items: z.array(
    z.object({
      id: z.string(),
      column: z.string(),
      hasAuthor: z.boolean(),
      missing: z.int(),
      offered: z.array(z.string()),
      unaware: z.array(z.string()),
      conference: NextConference.nullable(),
      doNow: z.array(
        z.object({
          what: z.string(),
          severity: z.string(),
          clock: z.string().nullable(),
          name: z.string().nullable(),
          about: z.string().nullable(),
          count: z.int().nullable(),
        }),
      ),
    }),
  ),
});
const board = async (who = coordinator) => Board.parse((await who.ask("/board")).body);
const onBoard = async (caseId: string) => (await board()).items.find(({ id }) => id === caseId);
const backDate = (what: string, caseId: string) =>
  server.open.query(
    `update ${what} set due_at = now() - interval '1 hour' where case_id = $1 and due_at is not null`,
    [caseId],
  );

test("who coordinates nothing has an empty board; what is shown of a case is in its audit", async () => {
  expect((await board(await server.as("specialist"))).items).toEqual([]);
  expect((await onBoard(oncology))?.column).toBe("in-review");
  expect((await onBoard(oncology))?.conference).toMatchObject({ live: false });
  const said = (await auditOf(server.open)).findLast(({ act }) => act === "read");
  expect(said).toMatchObject({ subject: "case/summary" });
  const door = await fetch(`${server.origin}/api/board`);
  expect(door.status).toBe(401);
});

/** How often the summary of a case was read, whatever else goes on. */
const readsBooked = async () =>
  (await auditOf(server.open)).filter(({ act, subject }) => act === "read" && subject === "case/summary")
    .length;

test.for(["/board", "/cases?limit=50"])(
  "%s: what somebody was sent and has still is not sent again, and not booked again as read",
  async (path) => {
    const ask = ({ cookie }: TestPerson, tag: string) =>
      fetch(`${server.origin}/api${path}`, { headers: { cookie, "if-none-match": tag } });
    const again = async () => {
      const tag = (await ask(coordinator, '"another"')).headers.get("etag") ?? "none";
      const before = await readsBooked();
      const answer = await ask(coordinator, `"another", W/${tag}`);
      return {
        tag,
        status: answer.status,
        body: await answer.text(),
        booked: (await readsBooked()) - before,
      };
    };
    // What the server does by itself after its start may change a case between the two.
    await expect.poll(again).toMatchObject({ status: 304, body: "", booked: 0 });
    const { tag } = await again();
    const somebodyElse = await ask(await server.as("specialist"), tag);
    expect(somebodyElse.status).toBe(200);
  },
);

test("a draft is not on the board; once it was submitted its triage is due", async () => {
  expect(await onBoard(spine)).toBeUndefined();
  await (await server.as("second.patient")).post(`/cases/${spine}/submission`);
  expect(await onBoard(spine)).toMatchObject({ column: "submitted", hasAuthor: true });
  await backDate("clock", spine);
  expect((await onBoard(spine))?.doNow).toContainEqual(
    expect.objectContaining({ what: "clock", severity: "late", clock: "triage" }),
  );
});

test("an opinion that is late and a request that is overdue need the coordinator, by name", async () => {
  const asked = await coordinator.post(`/cases/${oncology}/requests`, {
    what: "Bone scan",
    due: new Date(Date.now() + 86_400_000).toISOString(),
  });
  expect(asked.status).toBe(201);
  await backDate("clock", oncology);
  await backDate("record_request", oncology);
  const { doNow } = (await onBoard(oncology)) ?? { doNow: [] };
  expect(doNow).toContainEqual(
    expect.objectContaining({ what: "clock", clock: "opinion", severity: "late" }),
  );
  expect(doNow).toContainEqual(expect.objectContaining({ what: "request", name: "Bone scan" }));
  await coordinator.post(`/cases/${oncology}/lifecycle`, { to: "paused", reason: "A journey" });
  expect((await onBoard(oncology))?.doNow.filter(({ what }) => what !== "not-read")).toEqual([]);
  expect((await onBoard(oncology))?.column).toBe("in-review");
});

const query = (text: string, values: readonly unknown[]) => server.open.query(text, [...values]);
const whatIn = async (caseId: string) => (await onBoard(caseId))?.doNow.map(({ what }) => what);

test("a report that nobody has opened is late by the working days of the programme, not by those of the calendar", async () => {
  await query("delete from report_receipt where case_id = $1", [cardiology]);
  const set = (calendar: object) =>
    query(
      `update organisation set details = jsonb_set(details, '{calendar}', $2::jsonb)
       where id = (select organisation_id from clinical_case where id = $1)`,
      [cardiology, JSON.stringify({ weekend: [], ...calendar })],
    );
  const today = dayIn("UTC", new Date());
  // The demo's report is about a month old.
  const around = Array.from({ length: 100 }, (_, at) => dayAt(today, at - 90));
  await set({ closed: around });
  expect(await whatIn(cardiology)).not.toContain("not-opened");
  await set({ open: around });
  expect(await whatIn(cardiology)).toContain("not-opened");
  await (await server.as("referrer")).ask(`/cases/${cardiology}/reports/${await reportIn(cardiology)}`);
  expect(await whatIn(cardiology)).not.toContain("not-opened");
});

async function reportIn(caseId: string): Promise<string> {
  const { rows } = await server.open.query<{ id: string }>("select id from report where case_id = $1", [
    caseId,
  ]);
  return rows[0]?.id ?? "";
}

test("who has read what no longer stands is named at once, and asked about once the working days of whoever treats are over", async () => {
  const [patientSeat, referrer] = await Promise.all([
    seatOf(server.open, cardiology, "patient"),
    server.as("referrer"),
  ]);
  const report = await reportIn(cardiology);
  const name = z
    .object({ person: z.object({ name: z.string() }) })
    .parse((await referrer.ask("/session")).body).person.name;
  await query(
    `insert into report_receipt (report_id, seat_id, organisation_id, case_id, opened_at)
     select id, $2, organisation_id, case_id, now() from report where id = $1 on conflict do nothing`,
    [report, patientSeat],
  );
  await query("update report_receipt set opened_at = now() - interval '20 days' where case_id = $1", [
    cardiology,
  ]);
  const change = (days: number) =>
    query(
      "update report set state = 'retracted', changed_at = now() - make_interval(days => $2) where id = $1",
      [report, days],
    );
  await change(0);
  const fresh = await onBoard(cardiology);
  expect(fresh?.unaware).toHaveLength(2);
  expect(fresh?.unaware).toContain(name);
  expect(await whatIn(cardiology)).not.toContain("change-unseen");
  await change(10);
  // The patient need not read anything: nobody is sent after them.
  expect((await onBoard(cardiology))?.doNow).toContainEqual(
    expect.objectContaining({ what: "change-unseen", severity: "late", about: report, name, count: 1 }),
  );
  expect((await referrer.post(`/cases/${cardiology}/reports/${report}/acknowledgement`)).status).toBe(200);
  const after = await onBoard(cardiology);
  expect(after?.unaware).not.toContain(name);
  expect(after?.doNow.map(({ what }) => what)).not.toContain("change-unseen");
});
