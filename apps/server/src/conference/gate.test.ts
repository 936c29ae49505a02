import { changeGuest, findConference, lockCase, openAttendances } from "@consilium/database";
import { encodeOwnPlace } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import {
  type ConferencePage,
  comeTo,
  openConferencePage,
  untilHeard,
  withinASecond,
} from "../testing/conference-page.ts";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { personWith, type TestPerson } from "../testing/test-person.ts";
import { framesOf, openMany, until } from "../testing/test-socket.ts";
import { keepTrace } from "./rooms/keep-trace.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const on = `/cases/${oncology}/conferences`;
const refusalOf = ({ body }: { readonly body: unknown }) =>
  z.object({ refusal: z.string() }).parse(body).refusal;
const Peers = z.object({ peers: z.array(z.object({ name: z.string() })), presented: z.unknown() });
const namesIn = (joined: unknown) => Peers.parse(joined).peers.map(({ name }) => name);

/** The referrer calls it for some time from now, or for now and is in. */
async function call(startsAt: string | null = null): Promise<string> {
  const { body } = await (await server.as("referrer")).post(on, { startsAt, minutes: 30, invited: [] });
  return z.object({ conference: z.string() }).parse(body).conference;
}

async function meeting(): Promise<{ readonly id: string; readonly host: ConferencePage }> {
  const id = await call();
  return { id, host: (await comeTo(await server.as("referrer"), id)).page };
}

async function invite(id: string) {
  const asked = { name: "Rafael Bento", kind: "interpreter", language: null, email: null };
  const { body } = await (await server.as("referrer")).post(`${on}/${id}/guests`, asked);
  return z.object({ guest: z.string(), link: z.string() }).parse(body);
}

const openWith = (device: Pick<TestPerson, "post">, link: string) =>
  device.post("/guest/opening", { token: link.slice(link.indexOf("#") + 1) });
const cookieOf = ({ headers }: { readonly headers: Headers }) =>
  headers.getSetCookie()[0]?.split(";")[0] ?? "";

/** Somebody opens a link on a device that opened none before. */
async function openAsGuest(link: string): Promise<{ readonly guest: TestPerson; readonly seat: string }> {
  const opened = await openWith(personWith(server.origin, ""), link);
  const { seat } = z.object({ seat: z.string() }).parse(opened.body);
  return { guest: personWith(server.origin, cookieOf(opened)), seat };
}

async function actsOf(seat: string): Promise<string[]> {
  const { rows } = await server.open.query<{ act: string }>(
    "select act from audit where seat_id = $1 or body->>'of' = $1 order by id",
    [seat],
  );
  return rows.map(({ act }) => act);
}

async function firstRecord(): Promise<string> {
  const { body } = await (await server.as("referrer")).ask(`/cases/${oncology}/records`);
  const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(body);
  return items[0]?.id ?? "";
}

test("who takes somebody out hears that it was done, they are told so, and it is written down once", async () => {
  const { id, host } = await meeting();
  const { guest, seat } = await openAsGuest((await invite(id)).link);
  const came = await comeTo(guest, id);
  await host.ask("admit", { seat });
  expect(await host.ask("remove", { seat })).toEqual({});
  expect(await untilHeard(came.page, "removed")).toMatchObject({ data: { as: "removed" } });
  await came.page.closed;
  await expect.poll(async () => (await guest.ask("/guest")).status).toBe(403);
  expect((await actsOf(seat)).filter((act) => /left|removed/.test(act))).toEqual(["conference.removed"]);
  await host.ask("end");
});

test("a new link ends the device that the one before was opened on, at once and everywhere; the new one is let in anew", async () => {
  const { id, host } = await meeting();
  const { guest: row, link } = await invite(id);
  const { guest, seat } = await openAsGuest(link);
  const came = await comeTo(guest, id);
  await host.ask("admit", { seat });
  const { socket } = await openMany(guest, oncology, []);
  const renewed = await (await server.as("referrer")).post(`${on}/${id}/guests/${row}/link`);
  expect((await withinASecond(came.page.closed)).code).toBe(4403);
  expect((await socket.closed).code).toBe(4401);
  const again = await openAsGuest(z.object({ link: z.string() }).parse(renewed.body).link);
  expect((await comeTo(again.guest, id)).at).toEqual({ at: "waiting" });
  await host.ask("end");
});

test("a guest who is not let in yet is told of clinicians and of nobody else, and of all once they are", async () => {
  const { id, host } = await meeting();
  const record = await firstRecord();
  const patient = await seatOf(server.open, oncology, "patient");
  await comeTo(await server.as("patient"), id);
  await host.ask("admit", { seat: patient });
  await host.ask("present", { on: true, item: record });
  const { guest, seat } = await openAsGuest((await invite(id)).link);
  const page = await openConferencePage(guest, id);
  const joined = await page.ask("join", { version: 1 });
  expect([namesIn(joined).length, Peers.parse(joined).presented]).toEqual([2, null]);
  await page.ask("goIn");
  await host.ask("present", { on: false, item: null });
  await host.ask("present", { on: true, item: record });
  const frame = async () => (await guest.ask(`/cases/${oncology}`)).text;
  const known = `${JSON.stringify(joined)}${JSON.stringify(page.heard)}${await frame()}`;
  expect(known).not.toMatch(new RegExp(`Quintana|presenting|${patient}`));
  await host.ask("admit", { seat });
  expect(await untilHeard(page, "presenting")).toMatchObject({ data: { presented: { item: record } } });
  expect(JSON.stringify(page.heard)).toContain(patient);
  expect(await frame()).toContain(patient);
  await host.ask("end");
});

test("a guest is told where whoever shows something looks, and of nobody else who looks at it", async () => {
  const { id, host } = await meeting();
  const item = await firstRecord();
  const { guest, seat } = await openAsGuest((await invite(id)).link);
  await comeTo(guest, id);
  await host.ask("admit", { seat });
  await host.ask("present", { on: true, item });
  const [presenter, specialist, patient, seeing, reading] = await Promise.all(
    ["referrer", "specialist", "patient", guest, "coordinator"].map(async (who) => {
      const person = typeof who === "string" ? await server.as(who) : who;
      return (await openMany(person, oncology, [])).socket;
    }),
  );
  if (!presenter || !specialist || !patient || !seeing || !reading) throw new Error("Five have come");
  const seatsIn = (socket: typeof seeing) =>
    framesOf(socket).flatMap((frame) =>
      frame.kind === "places" ? [frame.places.map((one) => one.seat)] : [],
    );
  for (const socket of [specialist, patient])
    socket.send(encodeOwnPlace({ target: item, pointer: { x: 1, y: 2 } }));
  await until(() => seatsIn(reading).at(-1)?.length === 2, "who reads all is told of both");
  presenter.send(encodeOwnPlace({ target: item, presenting: true }));
  const by = await seatOf(server.open, oncology, "referrer");
  await until(() => seatsIn(seeing).at(-1)?.includes(by) === true, "the guest is told who shows it");
  expect(new Set(seatsIn(seeing).flat())).toEqual(new Set([by]));
  for (const socket of [presenter, specialist, patient, seeing, reading]) socket.close();
  await host.ask("end");
});

test("one browser opens the links of two conferences, and the same link again; each stays good until its own is over", async () => {
  const [first, second] = [await call(), await call()];
  const invited = await invite(first);
  const opened = await openWith(personWith(server.origin, ""), invited.link);
  const one = personWith(server.origin, cookieOf(opened));
  const both = personWith(server.origin, cookieOf(await openWith(one, (await invite(second)).link)));
  expect((await both.ask("/guest")).body).toMatchObject({ conference: second });
  expect((await comeTo(both, first)).at).toEqual({ at: "waiting" });
  expect((await comeTo(both, second)).at).toEqual({ at: "waiting" });
  const again = await openWith(both, invited.link);
  expect(again.body).toMatchObject({ conference: first });
  expect((await personWith(server.origin, cookieOf(again)).ask("/guest")).body).toMatchObject({
    conference: first,
  });
  expect(refusalOf(await openWith(personWith(server.origin, ""), invited.link))).toBe("guest-link-used");
});

test("whoever holds a secret that is good for nothing is told why; whoever has none learns of no conference", async () => {
  const nobody = personWith(server.origin, "");
  expect(refusalOf(await openWith(nobody, `#${"a".repeat(43)}`))).toBe("no-such-link");
  expect(refusalOf(await nobody.ask("/guest"))).toBe("no-such-link");
  const id = await call(new Date(Date.now() + 3_600_000).toISOString());
  const [opened, closed, taken] = [await invite(id), await invite(id), await invite(id)];
  const { guest } = await openAsGuest(opened.link);
  const of = `${on}/${id}/guests/${taken.guest}`;
  await (await server.as("referrer")).ask(of, { method: "DELETE" });
  expect(refusalOf(await openWith(nobody, taken.link))).toBe("guest-link-over");
  await (await server.as("referrer")).post(`${on}/${id}/cancel`);
  expect(refusalOf(await guest.ask("/guest"))).toBe("guest-conference-cancelled");
  expect(refusalOf(await openWith(nobody, closed.link))).toBe("guest-conference-cancelled");
});

test("a conference that is put off for a month does not shut out a guest who has opened their link", async () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const id = await call(inAnHour);
  const opened = await openWith(personWith(server.origin, ""), (await invite(id)).link);
  const expires = /expires=([^;]+)/i.exec(opened.headers.getSetCookie()[0] ?? "")?.[1] ?? "";
  expect(new Date(expires).getTime()).toBeGreaterThan(Date.now() + 31 * 24 * 3_600_000);
});

test("a guest's name is one that can be read, and turns nothing around", async () => {
  const id = await call();
  const referrer = await server.as("referrer");
  const asked = { kind: "interpreter", language: null, email: null };
  for (const name of ["Dr \u202eotneB", "Rafael\nBento", "\u200b\u200b", "\u2066Bento"])
    expect(refusalOf(await referrer.post(`${on}/${id}/guests`, { ...asked, name }))).toBe(
      "malformed-request",
    );
  for (const name of ["Nguyễn Thị Minh Khai", "رضا\u200cزاده", "O'Brien-Šmíd"])
    expect((await referrer.post(`${on}/${id}/guests`, { ...asked, name })).status).toBe(201);
});

test("the notes of what did not take place are shared with nobody", async () => {
  const id = await call(new Date(Date.now() + 3_600_000).toISOString());
  const referrer = await server.as("referrer");
  await referrer.post(`${on}/${id}/cancel`);
  expect(refusalOf(await referrer.post(`${on}/${id}/notes/sharing`))).toBe("not-now");
});

test("nobody is written down as in what ended elsewhere a moment ago", async () => {
  const id = await call();
  const conference = await findConference(server.open.database, id);
  if (!conference) throw new Error("It was called");
  const { open } = server;
  const services = { open, createId: () => id, now: () => new Date(), changed: () => Promise.resolve() };
  await open.query("update conference set state = 'ended' where id = $1", [id]);
  const seat = await seatOf(open, oncology, "referrer");
  await expect(keepTrace(services, conference, { act: "in", seat })).rejects.toThrow("is over");
  expect(await openAttendances(open.database, id)).toEqual([]);
});

test("what is written down of a room waits for a command on the case, and holds nothing that the command needs", async () => {
  const id = await call();
  const { guest, link } = await invite(id);
  const { seat } = await openAsGuest(link);
  const { open } = server;
  const conference = await findConference(open.database, id);
  if (!conference) throw new Error("It was called");
  const services = { open, createId: () => id, now: () => new Date(), changed: () => Promise.resolve() };
  const by = await seatOf(open, oncology, "referrer");
  const waits = async () => {
    const { rows } = await open.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows[0]?.count;
  };
  const removed = await open.database.transaction(async (transaction) => {
    await lockCase(transaction, oncology);
    const tracing = keepTrace(services, conference, { act: "removed", seat: by, of: seat });
    await expect.poll(waits).toBeGreaterThan(0);
    await changeGuest(transaction, guest, { isIn: false });
    return { tracing };
  });
  await removed.tracing;
  expect(await actsOf(seat)).toContain("conference.removed");
});

test("who had a seat that has ended comes by a link as everybody does", async () => {
  const { id, host } = await meeting();
  const seat = await seatOf(server.open, oncology, "second.specialist");
  const former = await server.as("second.specialist");
  await (await server.as("coordinator")).post(`/cases/${oncology}/seats/${seat}/end`);
  const cookie = cookieOf(await openWith(personWith(server.origin, ""), (await invite(id)).link));
  const both = personWith(server.origin, `${former.cookie}; ${cookie}`);
  expect((await comeTo(both, id)).at).toEqual({ at: "waiting" });
  await host.ask("end");
});
