import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeEach, expect, test, vi } from "vitest";
import type { RecordedPart, RoomSettings, Trace } from "./room-state.ts";
import { Room } from "./room.ts";
import { doctor, enter, openPage, patient, quietRoom, secondDoctor, type TestPage } from "./testing/index.ts";

let settings: RoomSettings;
let room: Room;
let traces: Trace[];
let faults: unknown[];
let kept: { readonly part: RecordedPart; bytes?: number }[];
beforeEach(() => {
  traces = [];
  faults = [];
  kept = [];
  settings = {
    ...quietRoom(),
    trace: async (trace) => void traces.push(trace),
    keepRecording: async (part, bytes) => {
      const one: (typeof kept)[number] = { part };
      kept.push(one);
      one.bytes = (await buffer(Readable.from(bytes))).length;
    },
    failed: (cause) => faults.push(cause),
  };
  room = new Room(settings);
});

const field = (answer: unknown, name: string): unknown =>
  typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : undefined;
const codecs = [{ mimeType: "audio/opus", payloadType: 100, clockRate: 48_000 }];

/** Sends their voice. */
async function speak(page: TestPage): Promise<string> {
  const transport = field(await page.ask("createTransport", { direction: "send" }), "transport");
  const sent = { transport, kind: "audio", source: "microphone", rtpParameters: { codecs } };
  return String(field(await page.ask("produce", sent), "producer"));
}

async function meet() {
  const host = await enter(room, doctor);
  const guest = await enter(room, patient);
  await host.ask("admit", { seat: patient.seat });
  await speak(host);
  return { host, guest, spoken: await speak(guest) };
}

const recordings = ({ heard }: TestPage) =>
  heard.flatMap(({ method, data }) => (method === "recording" ? [data] : []));

async function begin(host: TestPage, guest: TestPage): Promise<void> {
  await host.ask("askToRecord");
  await guest.ask("recordingConsent", { agree: true });
  expect(await host.ask("startRecording")).toEqual({});
  await vi.waitFor(() => expect(kept).toHaveLength(2));
}

test("everybody's yes is written down before it begins; all see it; each voice is a part of its own, put away to its last byte", async () => {
  const { host, guest, spoken } = await meet();
  expect(await guest.ask("askToRecord")).toBe("no-right");
  await host.ask("askToRecord");
  expect(recordings(guest)).toEqual([{ askedBy: doctor.seat, agreed: [doctor.seat], since: null }]);
  expect(await host.ask("startRecording")).toBe("not-all-agreed");
  await begin(host, guest);
  expect(recordings(guest).at(-1)).toMatchObject({ since: settings.now() });
  expect(kept.map(({ part: { seat, kind } }) => [seat, kind])).toEqual([
    [doctor.seat, "face"],
    [patient.seat, "face"],
  ]);
  // Who turns their microphone off and on again begins another part.
  await guest.ask("closeProducer", { producer: spoken });
  await vi.waitFor(() => expect(kept[1]?.bytes).toBe(2));
  await host.ask("stopRecording");
  await vi.waitFor(() => expect(kept[0]?.bytes).toBe(2));
  expect(recordings(host).at(-1)).toEqual({ askedBy: null, agreed: [], since: null });
  const acts = traces.map(({ act }) => act).filter((act) => act.includes("record"));
  expect(acts).toEqual([
    "asked-to-record",
    "asked-to-record",
    "agreed-to-recording",
    "recording-begun",
    "recording-stopped",
    "recording-ended",
  ]);
  expect(faults).toEqual([]);
});

test("a no ends it at once, and so does whoever comes in and was not asked", async () => {
  const { host, guest } = await meet();
  await begin(host, guest);
  await guest.ask("recordingConsent", { agree: false });
  await vi.waitFor(() => expect(kept.map(({ bytes }) => bytes)).toEqual([2, 2]));
  kept = [];
  await begin(host, guest);
  await enter(room, secondDoctor);
  await vi.waitFor(() => expect(kept.map(({ bytes }) => bytes)).toEqual([2, 2]));
  expect(recordings(host).at(-1)).toMatchObject({ since: null });
});

test.each(["a no", "a stop"])("%s ends it at once, also where it cannot be written down", async (which) => {
  const { host, guest } = await meet();
  await begin(host, guest);
  const broken = new Error("The database is away");
  Object.assign(settings, { trace: () => Promise.reject(broken) });
  const [page, method, data] =
    which === "a no"
      ? ([guest, "recordingConsent", { agree: false }] as const)
      : ([host, "stopRecording", {}] as const);
  expect(await page.ask(method, data)).toEqual({});
  expect(recordings(guest).at(-1)).toEqual({ askedBy: null, agreed: [], since: null });
  await vi.waitFor(() => expect(kept.map(({ bytes }) => bytes)).toEqual([2, 2]));
  // The decision, and that the recording ended by it.
  await vi.waitFor(() => expect(faults).toEqual([broken, broken]));
});

test("a no waits neither for a database that stands still nor for what its person asked before", async () => {
  const { host, guest } = await meet();
  await begin(host, guest);
  const { promise: standsStill, resolve: goesOn } = Promise.withResolvers<void>();
  const { trace } = settings;
  Object.assign(settings, { trace: (one: Trace) => standsStill.then(() => trace(one)) });
  const shows = guest.ask("present", { on: true, item: "story" });
  expect(await guest.ask("recordingConsent", { agree: false })).toEqual({});
  await vi.waitFor(() => expect(kept.map(({ bytes }) => bytes)).toEqual([2, 2]));
  goesOn();
  expect(await shows).toEqual({});
  expect(traces.slice(-3).map(({ act }) => act)).toEqual([
    "refused-recording",
    "recording-ended",
    "presents",
  ]);
});

test("what cannot be written is said to be no recording; a server that stops puts away what it has", async () => {
  const { host, guest } = await meet();
  await begin(host, guest);
  await room.close();
  expect(kept.map(({ bytes }) => bytes)).toEqual([2, 2]);

  room = new Room({ ...settings, keepRecording: () => Promise.reject(new Error("The disk is full")) });
  const again = await meet();
  await again.host.ask("askToRecord");
  await again.guest.ask("recordingConsent", { agree: true });
  await again.host.ask("startRecording");
  await vi.waitFor(() => expect(recordings(again.guest).at(-1)).toMatchObject({ since: null }));
  expect(faults).toEqual([new Error("The disk is full")]);
});

test("where nothing can be recorded nobody is asked", async () => {
  const { keepRecording, ...rest } = settings;
  expect(keepRecording).toBeDefined();
  room = new Room(rest);
  const host = openPage(room, doctor);
  expect(field(await host.ask("join", { version: 1 }), "may")).not.toContain("record");
  await host.ask("goIn");
  expect(await host.ask("askToRecord")).toBe("cannot-record");
});
