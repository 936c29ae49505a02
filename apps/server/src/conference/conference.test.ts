import { encodeOwnPlace } from "@consilium/workspace";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { comeTo, openConferencePage, untilHeard, withinASecond } from "../testing/conference-page.ts";
import { auditOf, cardiology, leadOpinion, oncology, seatOf } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { personWith, type TestPerson } from "../testing/test-person.ts";
import { framesOf, knock, openMany } from "../testing/test-socket.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const on = `/cases/${oncology}`;
const Made = z.object({ conference: z.string() });
const Link = z.object({ guest: z.string(), link: z.string() });
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const refusalOf = ({ body }: { readonly body: unknown }) =>
  z.object({ refusal: z.string() }).parse(body).refusal;

async function call(startsAt: string | null, invited: readonly string[] = []): Promise<string> {
  const referrer = await server.as("referrer");
  const { status, body } = await referrer.post(`${on}/conferences`, { startsAt, minutes: 30, invited });
  expect(status).toBe(201);
  return Made.parse(body).conference;
}

async function listed(person: TestPerson, id: string) {
  const { body } = await person.ask(`${on}/conferences`);
  const { items } = z.object({ items: z.array(z.looseObject({ id: z.string() })) }).parse(body);
  return items.find((item) => item.id === id);
}

describe("calling a conference", () => {
  test("those who are asked are told by mail with a calendar file, and neither names the patient or what it is about", async () => {
    const patient = await seatOf(server.open, oncology, "patient");
    const startsAt = inAnHour();
    const id = await call(startsAt, [patient]);
    expect(await listed(await server.as("patient"), id)).toMatchObject({
      state: "scheduled",
      startsAt,
      minutes: 30,
      invited: [patient],
      may: { come: true, change: false, inviteGuest: false, shareNotes: false },
    });
    const { rows } = await server.open.query<{ text: string; calendar: string }>(
      "select text, calendar from mail where calendar is not null order by queued_at desc limit 1",
    );
    const stamp = `${startsAt.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
    expect(rows[0]?.calendar).toContain(`DTSTART:${stamp}\r\n`);
    expect(rows[0]?.calendar).toContain("STATUS:CONFIRMED");
    expect(`${rows[0]?.text}${rows[0]?.calendar}`).not.toMatch(/Quintana|liver|cancer|metast/i);
    const file = await (await server.as("patient")).ask(`${on}/conferences/${id}/calendar`);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(file.text).toContain(`UID:${id}@`);
  });

  test("another time, and that it does not take place, reach the same calendar entry as a newer one", async () => {
    const referrer = await server.as("referrer");
    const id = await call(inAnHour(), [await seatOf(server.open, oncology, "specialist")]);
    const later = new Date(Date.now() + 7_200_000).toISOString();
    const moved = await referrer.post(`${on}/conferences/${id}/move`, { startsAt: later, minutes: 45 });
    expect(moved.body).toEqual({ moved: id });
    expect((await referrer.ask(`${on}/conferences/${id}/calendar`)).text).toContain("SEQUENCE:1\r\n");
    expect((await referrer.post(`${on}/conferences/${id}/cancel`)).body).toEqual({ cancelled: id });
    const { text } = await referrer.ask(`${on}/conferences/${id}/calendar`);
    expect(text).toContain("SEQUENCE:2\r\nSTATUS:CANCELLED\r\n");
    expect(refusalOf(await referrer.post(`${on}/conferences/${id}/cancel`))).toBe("not-now");
    expect((await knockAt(referrer, id)).code).toBe(4410);
  });

  test("by a clinician or the coordinator alone; not in the past, not in ten years, nobody who has no place", async () => {
    const asked = { startsAt: inAnHour(), minutes: 30, invited: [] };
    const patient = await server.as("patient");
    expect(refusalOf(await patient.post(`${on}/conferences`, asked))).toBe("no-right");
    const coordinator = await server.as("coordinator");
    const post = (more: object) => coordinator.post(`${on}/conferences`, { ...asked, ...more });
    expect(refusalOf(await post({ startsAt: "2020-01-01T10:00:00Z" }))).toBe("in-the-past");
    expect(refusalOf(await post({ startsAt: "2036-01-01T10:00:00Z" }))).toBe("too-far-off");
    expect(refusalOf(await post({ minutes: 0 }))).toBe("malformed-request");
    const foreign = await seatOf(server.open, cardiology, "patient");
    expect(refusalOf(await post({ invited: [foreign] }))).toBe("no-such-seat");
    const other = await server.as("spine.specialist");
    expect((await other.ask(`${on}/conferences`)).status).toBe(404);
  });
});

const knockAt = async (person: Pick<TestPerson, "origin" | "cookie">, id: string) =>
  (await knock(person, `/conference/${id}`)).closed;

/** The specialist is in, and the patient before the door. */
async function meeting() {
  const id = await call(null);
  const host = await comeTo(await server.as("specialist"), id);
  expect(host.at).toEqual({ at: "in" });
  return { id, host: host.page };
}

describe("the door", () => {
  test("strangers, the signed out, other cases and what is over are told why", async () => {
    const { id, host } = await meeting();
    expect(await knockAt(personWith(server.origin, ""), id)).toMatchObject({ code: 4401 });
    expect(await knockAt(await server.as("spine.specialist"), id)).toMatchObject({ code: 4404 });
    expect(await knockAt(await server.as("patient"), oncology)).toMatchObject({ code: 4404 });
    expect(await knockAt(await server.as("patient"), "nonsense")).toMatchObject({ code: 4404 });
    const page = await server.as("patient");
    await expect(knock(page, `/conference/${id}`, { origin: "https://elsewhere.test" })).rejects.toThrow(
      "403",
    );
    await host.ask("end");
    expect(await knockAt(await server.as("patient"), id)).toMatchObject({ code: 4410 });
  });

  test("the patient waits, is let in, reads the notes meanwhile; who was there stands on the case, and each step in the audit", async () => {
    const { id, host } = await meeting();
    const patient = await server.as("patient");
    const seat = await seatOf(server.open, oncology, "patient");
    const waiting = await comeTo(patient, id);
    expect(waiting.at).toEqual({ at: "waiting" });
    expect(await waiting.page.ask("openMedia")).toBe("not-here");
    expect(await host.ask("admit", { seat })).toEqual({});
    // This server has no video: all else works.
    expect(await waiting.page.ask("openMedia")).toBe("no-media");
    const notes = async () => {
      const { entries, socket } = await openMany(patient, oncology, [`conference.${id}`]);
      socket.close();
      return entries[`conference.${id}`];
    };
    expect(await notes()).toBe("read");
    await host.ask("end");
    expect(await untilHeard(waiting.page, "ended")).toMatchObject({ method: "ended" });
    await expect.poll(notes).toBe(4403);
    const found = await listed(await server.as("referrer"), id);
    expect(found).toMatchObject({ state: "ended", notesShared: false });
    expect(found?.["attended"]).toMatchObject([
      { name: expect.stringContaining("Hallström"), to: expect.any(String) },
      { seat, to: expect.any(String) },
    ]);
    const acts = (await auditOf(server.open)).flatMap(({ act, subject }) => (subject === id ? [act] : []));
    for (const act of ["called", "came", "in", "admitted", "ended"])
      expect(acts).toContain(`conference.${act}`);
    const shared = await (await server.as("referrer")).post(`${on}/conferences/${id}/notes/sharing`);
    expect(shared.body).toEqual({ shared: true });
    expect(await notes()).toBe("read");
  });

  test("whoever's seat ends, or who signs out, is out within a second", async () => {
    const { id, host } = await meeting();
    const coordinator = await server.as("coordinator");
    const seat = await seatOf(server.open, oncology, "second.specialist");
    const second = await comeTo(await server.as("second.specialist"), id);
    expect(second.at).toEqual({ at: "in" });
    expect((await coordinator.post(`${on}/seats/${seat}/end`)).status).toBe(200);
    expect(await withinASecond(second.page.closed)).toEqual({ code: 4403, reason: "removed" });
    expect(await untilHeard(host, "peerLeft")).toMatchObject({ data: { seat } });
    const leaving = await server.as("coordinator");
    const page = await openConferencePage(leaving, id);
    await page.ask("join", { version: 1 });
    const headers = { origin: server.origin };
    await leaving.ask("/auth/sign-out", { method: "POST", headers, body: {} });
    expect((await withinASecond(page.closed)).code).toBe(4403);
    await host.ask("end");
  });
});

describe("what is shown", () => {
  test("nobody shows what they may not read", async () => {
    const { id, host } = await meeting();
    const patient = await comeTo(await server.as("patient"), id);
    await host.ask("admit", { seat: await seatOf(server.open, oncology, "patient") });
    const opinion = `opinion.${await leadOpinion(server.open, oncology)}`;
    expect(await patient.page.ask("present", { on: true, item: opinion })).toBe("no-right");
    expect(await patient.page.ask("present", { on: true, item: cardiology })).toBe("no-right");
    expect(await host.ask("present", { on: true, item: opinion })).toEqual({});
    expect(await untilHeard(patient.page, "presenting")).toMatchObject({
      data: { presented: { item: opinion } },
    });
    await host.ask("end");
  });
});

/** A record and another one of the case. */
async function records(): Promise<readonly [string, string]> {
  const { body } = await (await server.as("specialist")).ask(`${on}/records`);
  const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(body);
  const [one, other] = items;
  if (!one || !other) throw new Error("The demo has records");
  return [one.id, other.id];
}

describe("a guest", () => {
  let id: string;
  let host: Awaited<ReturnType<typeof openConferencePage>>;
  let guest: TestPerson;
  let link: string;
  let guestId: string;
  let seat: string;
  beforeEach(async () => {
    ({ id, host } = await meeting());
    const invited = {
      name: "Rafael Bento",
      kind: "interpreter",
      language: "Portuguese",
      email: "rafael@demo.test",
    };
    const { body } = await (await server.as("referrer")).post(`${on}/conferences/${id}/guests`, invited);
    ({ link, guest: guestId } = Link.parse(body));
    const opened = await openLink();
    const cookie = opened.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    guest = personWith(server.origin, cookie);
    seat = z.object({ seat: z.string() }).parse(opened.body).seat;
    return async () => void (await host.ask("end"));
  });
  const openLink = () =>
    personWith(server.origin, "").post("/guest/opening", { token: link.slice(link.indexOf("#") + 1) });

  const read = async (record: string) => (await guest.ask(`${on}/records/${record}`)).status;

  test("comes by a link that is good once, is asked in, and reads what is shown while they are in and nothing else", async () => {
    expect(refusalOf(await openLink())).toBe("guest-link-used");
    expect((await guest.ask("/guest")).body).toMatchObject({ conference: id, name: "Rafael Bento", seat });
    const [one, other] = await records();
    const came = await comeTo(guest, id);
    expect(came.at).toEqual({ at: "waiting" });
    await host.ask("present", { on: true, item: one });
    expect(await read(one)).toBe(403);
    await host.ask("admit", { seat });
    expect([await read(one), await read(other)]).toEqual([200, 404]);
    await host.ask("present", { on: true, item: other });
    expect([await read(one), await read(other)]).toEqual([404, 200]);
    await host.ask("present", { on: false, item: null });
    await expect.poll(() => read(other)).toBe(403);
    await host.ask("present", { on: true, item: one });
    expect(await read(one)).toBe(200);
    await host.ask("remove", { seat });
    expect((await withinASecond(came.page.closed)).code).toBe(4403);
    expect(await read(one)).toBe(401);
    expect((await knockAt(guest, id)).code).toBe(4401);
  });

  test("is told nothing of the case: no name, no list, no document, no thread", async () => {
    const came = await comeTo(guest, id);
    await host.ask("admit", { seat });
    const detail = await guest.ask(on);
    expect(detail.body).toMatchObject({
      title: "",
      patient: { name: "" },
      documents: [],
      seat: { role: "guest" },
    });
    expect(detail.text).not.toMatch(/Quintana|CN-\d|liver/i);
    for (const path of [
      "/records",
      "/conferences",
      "/seats",
      "/intake",
      "/urgent-findings",
      "/follow-up",
      "/export",
    ])
      expect([path, (await guest.ask(`${on}${path}`)).status]).toEqual([path, 403]);
    expect((await guest.ask(`/cases/${cardiology}`)).status).toBe(401);
    expect((await guest.ask("/cases")).status).toBe(401);
    for (const name of ["story", "referral", `conference.${id}`])
      expect((await (await knock(guest, `/sync/${oncology}/${name}`)).closed).code).toBe(4403);
    expect(came.page.heard.length).toBeGreaterThan(0);
  });

  test("sees where whoever shows something looks, in what is shown and nowhere else", async () => {
    await comeTo(guest, id);
    await host.ask("admit", { seat });
    const [one, other] = await records();
    await host.ask("present", { on: true, item: one });
    const { socket: showing } = await openMany(await server.as("specialist"), oncology, []);
    const { socket: seeing } = await openMany(guest, oncology, []);
    const seen = () =>
      framesOf(seeing).flatMap((frame) =>
        frame.kind === "places" ? [frame.places.map(({ at }) => at)] : [],
      );
    showing.send(encodeOwnPlace({ target: one, place: "slice/87", presenting: true }));
    await expect.poll(() => seen().at(-1)).toEqual([{ target: one, place: "slice/87", presenting: true }]);
    showing.send(encodeOwnPlace({ target: other, place: "slice/3" }));
    await expect.poll(() => seen().at(-1)).toEqual([]);
    expect(JSON.stringify(seen())).not.toContain(other);
    for (const socket of [showing, seeing]) socket.close();
  });

  test("a new link ends the old device; an invitation that is taken back ends at once; both by those who invite", async () => {
    const came = await comeTo(guest, id);
    const patient = await server.as("patient");
    const of = `${on}/conferences/${id}/guests/${guestId}`;
    expect(refusalOf(await patient.post(`${of}/link`))).toBe("no-right");
    const renewed = await (await server.as("referrer")).post(`${of}/link`);
    expect(renewed.status).toBe(201);
    expect((await withinASecond(came.page.closed)).code).toBe(4403);
    expect((await guest.ask("/guest")).status).toBe(403);
    ({ link } = Link.parse(renewed.body));
    const again = await openLink();
    const cookie = again.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const second = await comeTo(personWith(server.origin, cookie), id);
    expect(second.at).toEqual({ at: "waiting" });
    expect((await (await server.as("referrer")).ask(of, { method: "DELETE" })).body).toEqual({
      guest: guestId,
    });
    expect((await second.page.closed).code).toBe(4403);
    expect(refusalOf(await openLink())).toBe("guest-link-over");
    // The conference goes on without this guest: nothing else is said.
    const { rows } = await server.open.query<{ subject: string; text: string; calendar: string }>(
      "select subject, text, calendar from mail where address = 'rafael@demo.test' order by queued_at desc limit 1",
    );
    expect(rows[0]?.subject).toMatch(/: your invitation was taken back$/);
    expect(rows[0]?.text).toContain("has taken back your invitation to a conference by video.");
    expect(rows[0]?.text).not.toContain("does not take place");
    expect(rows[0]?.calendar).toContain("STATUS:CANCELLED");
  });
});
