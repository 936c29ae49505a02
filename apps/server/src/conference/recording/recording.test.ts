import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { ConferenceRow } from "@consilium/database";
import { findConference } from "@consilium/database";
import { createUlid, secureRandom } from "@consilium/foundation";
import { openDiskStore } from "@consilium/record-files";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createCaseFiles } from "../../file/case-files.ts";
import { comeTo } from "../../testing/conference-page.ts";
import { oncology, seatOf } from "../../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../../testing/start-test-server.ts";
import { personWith } from "../../testing/test-person.ts";
import { removeErasedRecordings } from "./erase-recordings.ts";
import { keepRecording } from "./keep-recording.ts";
import { readRecordingSettings } from "./read-recording-settings.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const on = `/cases/${oncology}/conferences`;
const voice = new TextEncoder().encode("The vein is free here, so this piece can come out on its own.");

async function* halves() {
  yield voice.subarray(0, 20);
  yield voice.subarray(20);
}

/** As the server's own: its files lie in its data folder. */
const servicesOf = async ({ open, keys, folder }: TestServer, now = () => new Date()) => ({
  open,
  keys,
  now,
  caseFiles: createCaseFiles(await openDiskStore({ folder: join(folder, "files"), clock: now })),
  createId: () => createUlid(Date.now(), secureRandom),
  changed: () => Promise.resolve(),
});

/** The referrer and the patient were in it. */
async function meeting(): Promise<ConferenceRow> {
  const referrer = await server.as("referrer");
  const { body } = await referrer.post(on, { startsAt: null, minutes: 30, invited: [] });
  const { conference } = z.object({ conference: z.string() }).parse(body);
  const { page } = await comeTo(referrer, conference);
  await comeTo(await server.as("patient"), conference);
  await page.ask("admit", { seat: await seatOf(server.open, oncology, "patient") });
  expect(await page.ask("askToRecord")).toBe("cannot-record");
  await page.ask("end");
  const found = await findConference(server.open.database, conference);
  if (!found) throw new Error("It was called");
  return found;
}

async function kept(conference: ConferenceRow): Promise<string> {
  const seat = await seatOf(server.open, oncology, "referrer");
  const part = { seat, kind: "face", from: Date.now() - 60_000 } as const;
  await keepRecording(await servicesOf(server), conference, { days: 30 }, part, halves());
  const [found] = await listed("referrer", conference.id);
  return found?.id ?? "";
}

async function conferenceAs(login: string, id: string) {
  const { body } = await (await server.as(login)).ask(on);
  const Item = z.object({
    id: z.string(),
    recordings: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.int() })),
    may: z.looseObject({ eraseRecordings: z.boolean() }),
  });
  const { items } = z.object({ items: z.array(Item) }).parse(body);
  return items.find((item) => item.id === id);
}

const listed = async (login: string, id: string) => (await conferenceAs(login, id))?.recordings ?? [];

test("what was recorded is played by clinicians and by whoever was in it, by ranges too, and lies nowhere in clear", async () => {
  const conference = await meeting();
  const id = await kept(conference);
  const path = `${on}/${conference.id}/recordings/${id}`;
  for (const login of ["referrer", "patient", "specialist"]) {
    const played = await (await server.as(login)).ask(path);
    expect([login, played.status, played.text]).toEqual([login, 200, new TextDecoder().decode(voice)]);
  }
  const part = await (await server.as("patient")).ask(path, { headers: { range: "bytes=4-7" } });
  expect([part.status, part.text, part.headers.get("content-range")]).toEqual([
    206,
    "vein",
    `bytes 4-7/${voice.length}`,
  ]);
  // Who coordinates was not in it; strangers never are.
  expect((await (await server.as("coordinator")).ask(path)).status).toBe(404);
  expect(await listed("coordinator", conference.id)).toEqual([]);
  expect((await (await server.as("spine.specialist")).ask(path)).status).toBe(404);
  expect((await personWith(server.origin, "").ask(path)).status).toBe(401);
});

test("it is erased by the patient's side at once, else by its time; then nobody plays it and its bytes are gone", async () => {
  const conference = await meeting();
  const id = await kept(conference);
  const path = `${on}/${conference.id}/recordings`;
  const referrer = await server.as("referrer");
  expect((await referrer.ask(path, { method: "DELETE" })).body).toMatchObject({ refusal: "no-right" });
  const patient = await server.as("patient");
  const mayErase = async () => (await conferenceAs("patient", conference.id))?.may.eraseRecordings;
  expect(await mayErase()).toBe(true);
  expect((await patient.ask(path, { method: "DELETE" })).body).toEqual({ erased: 1 });
  // Its bytes go with the next sweep; nobody is asked to erase it again meanwhile.
  expect(await mayErase()).toBe(false);
  expect((await referrer.ask(`${path}/${id}`)).status).toBe(404);
  const services = await servicesOf(server);
  await removeErasedRecordings(services);
  const key = await server.keys.of(oncology);
  const read = () => buffer(Readable.from(services.caseFiles.read(key, { id, bytes: voice.length })));
  await expect(read()).rejects.toThrow(/./);

  const other = await kept(conference);
  const later = await servicesOf(server, () => new Date(Date.now() + 31 * 24 * 3_600_000));
  await removeErasedRecordings(later);
  expect(await listed("referrer", conference.id)).toEqual([]);
  expect((await referrer.ask(`${path}/${other}`)).status).toBe(404);
});

test.each([
  [undefined, undefined, 0],
  ["90", { days: 90 }, 0],
  ["0", { days: 0 }, 1],
  ["for ever", { days: Number.NaN }, 1],
] as const)("CONSILIUM_RECORDING_DAYS of %s", (given, expected, count) => {
  const problems: string[] = [];
  expect(readRecordingSettings({ CONSILIUM_RECORDING_DAYS: given }, problems)).toEqual(expected);
  expect(problems).toHaveLength(count);
});
