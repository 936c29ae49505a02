import { beforeEach, expect, test, vi } from "vitest";
import type { RoomSettings, Trace } from "./room-state.ts";
import { Room } from "./room.ts";
import { doctor, enter, FakeMedia, patient, quietRoom, type TestPage } from "./testing/index.ts";

let media: FakeMedia;
let settings: RoomSettings;
let traces: Trace[];
let faults: unknown[];
let host: TestPage;
let member: TestPage;
beforeEach(async () => {
  media = new FakeMedia();
  traces = [];
  faults = [];
  settings = {
    ...quietRoom(),
    media,
    trace: async (trace) => void traces.push(trace),
    failed: (cause) => faults.push(cause),
  };
  const room = new Room(settings);
  host = await enter(room, doctor);
  member = await enter(room, patient);
  await host.ask("admit", { seat: patient.seat });
});

const field = (answer: unknown, name: string): string =>
  typeof answer === "object" && answer !== null ? String(Reflect.get(answer, name)) : "";

const wayOf = async () => field(await host.ask("createTransport", { direction: "send" }), "transport");

const rtpParameters = { codecs: [{ mimeType: "video/VP8", payloadType: 96, clockRate: 90_000 }] };
const share = async (transport: unknown) =>
  host.ask("produce", { transport, kind: "video", source: "screen", rtpParameters });

const screens = () =>
  traces.flatMap(({ act, of }) => (act.startsWith("screen-") ? [`${act} ${of ?? ""}`] : []));

test("a screen is written down when it is shared and when it ends: by another one, a new way, a dead worker, or who goes", async () => {
  const way = await wayOf();
  const first = field(await share(way), "producer");
  const second = field(await share(way), "producer");
  // A page that was loaded anew: what went over its old way is sent no longer, and nobody is left looking at it.
  const anew = await wayOf();
  expect(member.heard.at(-1)).toEqual({ method: "producerClosed", data: { producer: second } });
  const third = field(await share(anew), "producer");
  media.die();
  const fourth = field(await share(await wayOf()), "producer");
  await host.ask("leave");
  await vi.waitFor(() => expect(screens()).toHaveLength(8));
  expect(screens()).toEqual([
    `screen-shared ${first}`,
    `screen-shared ${second}`,
    `screen-ended ${first}`,
    `screen-ended ${second}`,
    `screen-shared ${third}`,
    `screen-ended ${third}`,
    `screen-shared ${fourth}`,
    `screen-ended ${fourth}`,
  ]);
});

test("a screen that cannot be written down is shown to nobody", async () => {
  const broken = new Error("The database is away");
  Object.assign(settings, { trace: () => Promise.reject(broken) });
  expect(await share(await wayOf())).toBe("failed");
  expect(faults).toEqual([broken]);
  expect(media.open().filter((thing) => thing.startsWith("producer"))).toEqual([]);
  expect(member.heard.map(({ method }) => method)).not.toContain("streamAdded");
});
