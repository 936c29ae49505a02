import { rmSync } from "node:fs";
import { openDatabase } from "@consilium/database";
import { afterAll, expect, test, vi } from "vitest";
import { z } from "zod";
import type { CaseChange } from "../services.ts";
import { startServer } from "../start-server.ts";
import { comeTo, openConferencePage } from "../testing/conference-page.ts";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { createDemoDatabase, freePort, startTestServer } from "../testing/start-test-server.ts";
import { configurationFor, createWebFolder, password } from "../testing/test-configuration.ts";
import { personWith, signIn, type TestPerson } from "../testing/test-person.ts";
import { endConferencesOver } from "./end-over.ts";
import { stopShowing } from "./stop-showing.ts";

vi.setConfig({ testTimeout: 120_000 });

const folder = createWebFolder();
afterAll(() => rmSync(folder, { recursive: true }));

const on = `/cases/${oncology}/conferences`;

async function call(person: TestPerson): Promise<string> {
  const { body } = await person.post(on, { startsAt: null, minutes: 30, invited: [] });
  return z.object({ conference: z.string() }).parse(body).conference;
}

const Joined = z.object({ peers: z.array(z.object({ seat: z.string(), at: z.string() })) });

test("one process has a room; when its server stops, those who were in go on at the next one, and nobody else is in by that", async () => {
  const location = await createDemoDatabase();
  const open = await openDatabase(location.url);
  const start = async () =>
    startServer(configurationFor(location.url, folder, await freePort()), () => undefined);
  const first = await start();
  const [referrer, patient, coordinator] = await Promise.all(
    ["referrer", "patient", "coordinator"].map((name) => signIn(first.origin, `${name}@demo.test`, password)),
  );
  if (!referrer || !patient || !coordinator) throw new Error("Three have signed in");
  const id = await call(referrer);
  const host = await comeTo(referrer, id);
  const admitted = await comeTo(patient, id);
  const seat = await seatOf(open, oncology, "patient");
  await host.page.ask("admit", { seat });
  await host.page.ask("present", { on: true, item: "story" });
  const shown = async () =>
    (await open.query<{ presented: string | null }>("select presented from conference where id = $1", [id]))
      .rows[0]?.presented;
  expect(await shown()).toBe("story");
  const waiting = await comeTo(coordinator, id);
  expect(waiting.at).toEqual({ at: "waiting" });

  const second = await start();
  try {
    const elsewhere = (person: TestPerson) => ({ ...person, origin: second.origin });
    expect((await (await openConferencePage(elsewhere(patient), id)).closed).code).toBe(1013);
    await first.close();
    expect([(await host.page.closed).code, (await admitted.page.closed).code]).toEqual([1013, 1013]);
    const back = await openConferencePage(elsewhere(patient), id);
    const { peers } = Joined.parse(await back.ask("join", { version: 1 }));
    expect(peers.find((peer) => peer.seat === seat)?.at).toBe("in");
    // Nobody shows it here: a guest who was in reads it no longer.
    expect(await shown()).toBeNull();
    const again = await comeTo(elsewhere(coordinator), id);
    expect(again.at).toEqual({ at: "waiting" });
    const { rows } = await open.query<{ seat_id: string }>(
      "select seat_id from conference_attendance where conference_id = $1 and to_at is null",
      [id],
    );
    expect(rows.map((row) => row.seat_id).toSorted()).toEqual(
      [seat, await seatOf(open, oncology, "referrer")].toSorted(),
    );
  } finally {
    await second.close();
    await open.close();
    await location.drop();
  }
});

test("a process whose room was taken by another one has it no longer: its pages are told to come back", async () => {
  const server = await startTestServer();
  try {
    const referrer = await server.as("referrer");
    const id = await call(referrer);
    const { page } = await comeTo(referrer, id);
    await server.open.query(
      "update conference set holder = 'another', holder_until = now() + interval '1 hour' where id = $1",
      [id],
    );
    expect((await page.closed).code).toBe(1013);
    expect((await (await openConferencePage(referrer, id)).closed).code).toBe(1013);
  } finally {
    await server.close();
  }
});

test("a conference whose server died and to which nobody came back is over like one that is deserted", async () => {
  const server = await startTestServer();
  try {
    const referrer = await server.as("referrer");
    const id = await call(referrer);
    await comeTo(referrer, id);
    const state = async () =>
      (await server.open.query<{ state: string }>("select state from conference where id = $1", [id])).rows[0]
        ?.state;
    const end = () =>
      endConferencesOver({ open: server.open, now: () => new Date(), changed: () => Promise.resolve() });
    const shift = (held: string) =>
      server.open.query(
        `update conference set starts_at = now() - interval '2 hours', holder = 'dead', holder_until = now() + $2::interval
         where id = $1`,
        [id, held],
      );
    await shift("-1 minute");
    await end();
    expect(await state()).toBe("live");
    await shift("-6 minutes");
    await end();
    expect(await state()).toBe("ended");
  } finally {
    await server.close();
  }
});

test("what a server showed when it died is shown no longer; what another one shows goes on", async () => {
  const server = await startTestServer();
  try {
    const referrer = await server.as("referrer");
    const [dead, running] = [await call(referrer), await call(referrer)];
    const { page } = await comeTo(referrer, running);
    await page.ask("present", { on: true, item: "story" });
    // Nobody opens its room here.
    await server.open.query(
      `update conference set state = 'live', presented = 'story', holder = 'dead', holder_until = now() - interval '1 second'
       where id = $1`,
      [dead],
    );
    const changed = vi.fn<(change: CaseChange) => Promise<void>>(() => Promise.resolve());
    await stopShowing({ open: server.open, now: () => new Date(), changed });
    const { rows } = await server.open.query<{ id: string; presented: string | null }>(
      "select id, presented from conference where case_id = $1 and state = 'live'",
      [oncology],
    );
    const shown = new Map(rows.map(({ id, presented }) => [id, presented]));
    expect([shown.get(dead), shown.get(running)]).toEqual([null, "story"]);
    expect(changed).toHaveBeenCalledExactlyOnceWith({ caseId: oncology, rights: true });
  } finally {
    await server.close();
  }
});

test("what nobody ended is over by its time: deserted once its end has passed, and always after half a day; a link of yesterday opens nothing", async () => {
  const server = await startTestServer();
  try {
    const referrer = await server.as("referrer");
    const [running, deserted, forgotten] = [await call(referrer), await call(referrer), await call(referrer)];
    const guest = { name: "Rafael Bento", kind: "interpreter", language: null, email: null };
    const { body } = await referrer.post(`${on}/${forgotten}/guests`, guest);
    const { link } = z.object({ link: z.string() }).parse(body);
    const { page } = await comeTo(referrer, running);
    const left = await comeTo(await server.as("specialist"), deserted);
    await left.page.ask("leave");
    const shift = (id: string, hours: number) =>
      server.open.query(
        `update conference set starts_at = starts_at - make_interval(hours => $2) where id = $1`,
        [id, hours],
      );
    await Promise.all([shift(running, 2), shift(deserted, 2), shift(forgotten, 14)]);
    const late = await referrer.post(`${on}/${forgotten}/guests`, guest);
    expect(late.body).toMatchObject({ refusal: "not-now" });
    const changed = vi.fn<(change: CaseChange) => Promise<void>>(() => Promise.resolve());
    await endConferencesOver({ open: server.open, now: () => new Date(), changed });
    const { rows } = await server.open.query<{ id: string; state: string }>(
      "select id, state from conference where case_id = $1",
      [oncology],
    );
    const states = new Map(rows.map(({ id, state }) => [id, state]));
    expect([running, deserted, forgotten].map((id) => states.get(id))).toEqual(["live", "ended", "ended"]);
    expect(changed).toHaveBeenCalledWith({ caseId: oncology, rights: true });
    const token = link.slice(link.indexOf("#") + 1);
    const opened = await personWith(server.origin, "").post("/guest/opening", { token });
    expect(opened.body).toMatchObject({ refusal: "guest-conference-ended" });
    await shift(running, 12);
    await endConferencesOver({ open: server.open, now: () => new Date(), changed });
    // Whoever is in is told within a second, also where another process ended it.
    expect((await page.closed).code).toBe(4410);
    const { rows: acts } = await server.open.query<{ act: string; seat: string | null }>(
      "select act, seat_id as seat from audit where subject = $1 and act in ('conference.left', 'conference.over')",
      [running],
    );
    const seat = await seatOf(server.open, oncology, "referrer");
    expect(acts).toEqual([
      { act: "conference.left", seat },
      { act: "conference.over", seat: null },
    ]);
  } finally {
    await server.close();
  }
});
