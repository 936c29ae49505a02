import { intakeTexts } from "@consilium/clinical";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { comeTo, openConferencePage, withinASecond } from "../testing/conference-page.ts";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const on = `/cases/${oncology}`;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

const stand = (state: string) =>
  server.open.query("update clinical_case set state = $2 where id = $1", [oncology, state]);

async function call(startsAt: string | null): Promise<string> {
  const invited = [
    await seatOf(server.open, oncology, "patient"),
    await seatOf(server.open, oncology, "referrer"),
  ];
  const referrer = await server.as("referrer");
  const { body } = await referrer.post(`${on}/conferences`, { startsAt, minutes: 30, invited });
  return z.object({ conference: z.string() }).parse(body).conference;
}

/** A clinician and the patient are in one, somebody waits before it, and another one is planned. */
async function conferences() {
  const [live, planned] = [await call(null), await call(inAnHour())];
  const { page: host } = await comeTo(await server.as("referrer"), live);
  const { page: patient } = await comeTo(await server.as("patient"), live);
  await host.ask("admit", { seat: await seatOf(server.open, oncology, "patient") });
  const { page: waiting } = await comeTo(await server.as("coordinator"), live);
  return { live, planned, pages: [host, patient, waiting] };
}

/** Of those two: how they stand, and what the audit says of why. */
async function standing(ids: readonly string[]) {
  const { rows } = await server.open.query<{ state: string; because: string | null; act: string }>(
    `select c.state, a.act, a.body->>'because' as because from conference c
     left join audit a on a.subject = c.id and a.act in ('conference.over', 'conference.cancelled')
     where c.id = any($1) order by c.starts_at`,
    [ids],
  );
  return rows.map(({ state, act, because }) => [state, act, because]);
}

/** Those who are told that it does not take place. */
async function toldOf(id: string) {
  const { rows } = await server.open.query<{ email: string }>(
    `select u.email from notification n join "user" u on u.id = n.person_id
     where n.kind = 'conference-cancelled' and n.subject = $1 order by u.email`,
    [id],
  );
  return rows.map(({ email }) => email);
}

const withdraw = async () => (await server.as("patient")).post(`${on}/consent/withdrawal`, {});

test.each([
  ["before submission", "draft", false],
  ["while the opinion is written", "in-review", true],
  ["after the signature", "delivered", false],
] as const)(
  "the consent is withdrawn %s: all are out within a second, and what was planned is cancelled",
  async (_when, state, endsCase) => {
    await stand("draft");
    const { id, version } = intakeTexts.consent;
    await (await server.as("patient")).post(`${on}/consent`, { text: { id, version } });
    await stand(state);
    const { live, planned, pages } = await conferences();
    expect((await withdraw()).body).toEqual({ ended: endsCase });
    const closings = await withinASecond(Promise.all(pages.map(({ closed }) => closed)));
    expect(closings.map(({ code }) => code)).toEqual([4410, 4410, 4410]);
    expect(await standing([live, planned])).toEqual([
      ["ended", "conference.over", "consent-withdrawn"],
      ["cancelled", "conference.cancelled", "consent-withdrawn"],
    ]);
    expect(await toldOf(planned)).toEqual(["referrer@demo.test"]);
    const { rows } = await server.open.query(
      "select id from conference_attendance where conference_id = $1 and to_at is null",
      [live],
    );
    expect(rows).toEqual([]);
  },
);

test("the case is closed: all are out within a second, whoever was asked is told that nothing takes place, and nobody comes in", async () => {
  await stand("follow-up");
  const { live, planned, pages } = await conferences();
  const coordinator = await server.as("coordinator");
  expect((await coordinator.post(`${on}/lifecycle`, { to: "closed" })).status).toBe(200);
  const closings = await withinASecond(Promise.all(pages.map(({ closed }) => closed)));
  expect(closings.map(({ code }) => code)).toEqual([4410, 4410, 4410]);
  expect(await standing([live, planned])).toEqual([
    ["ended", "conference.over", "case-over"],
    ["cancelled", "conference.cancelled", "case-over"],
  ]);
  expect(await toldOf(planned)).toEqual(["patient@demo.test", "referrer@demo.test"]);
  const late = await openConferencePage(await server.as("referrer"), planned);
  expect((await late.closed).code).toBe(4410);
});
