import { beforeEach, expect, test } from "vitest";
import { joinsWithin } from "./pages.ts";
import { Room } from "./room.ts";
import {
  doctor,
  enter,
  FakeMedia,
  interpreter,
  openPage,
  patient,
  secondDoctor,
  quietRoom,
  type TestPage,
} from "./testing/index.ts";

let room: Room;
let media: FakeMedia;
let now: number;
beforeEach(() => {
  now = 1_800_000_000_000;
  media = new FakeMedia();
  room = new Room({ ...quietRoom(), media, now: () => now });
});

const field = (answer: unknown, name: string): unknown =>
  typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : undefined;
const way = async (page: TestPage, direction: string) =>
  field(await page.ask("createTransport", { direction }), "transport");
const rtpParameters = { codecs: [{ mimeType: "video/VP8", payloadType: 96, clockRate: 90_000 }] };

/** The clinician and the patient are in, and the clinician sends a picture. */
async function meet() {
  const host = await enter(room, doctor);
  const member = await enter(room, patient);
  await host.ask("admit", { seat: patient.seat });
  const transport = await way(host, "send");
  const sent = { transport, kind: "video", source: "camera", rtpParameters };
  const send = async () => field(await host.ask("produce", sent), "producer");
  return { host, member, send, producer: await send() };
}

test("a guest who is not let in hears of clinicians and of themselves; then of all who are here and what is shown", async () => {
  const { host, member, send } = await meet();
  const page = openPage(room, interpreter);
  const joined = await page.ask("join", { version: 1 });
  await page.ask("goIn");
  await member.ask("raiseHand", { up: true });
  await host.ask("raiseHand", { up: true });
  await send();
  await host.ask("present", { on: true, item: "story" });
  expect(JSON.stringify(joined)).not.toContain(patient.seat);
  expect(page.heard.map(({ method, data }) => [method, field(data, "seat")])).toEqual([
    ["peerChanged", interpreter.seat],
    ["peerChanged", interpreter.seat],
    ["peerChanged", doctor.seat],
  ]);
  const before = page.heard.length;
  await host.ask("admit", { seat: interpreter.seat });
  expect(page.heard.slice(before).map(({ method, data }) => [method, field(data, "seat")])).toEqual([
    ["peerChanged", doctor.seat],
    ["peerChanged", patient.seat],
    ["presenting", undefined],
    ["peerChanged", interpreter.seat],
  ]);
});

test("a page that has not said that it is here hears nothing, and is closed after a while; the others stay", async () => {
  const { host, member } = await meet();
  const silent = openPage(room, { ...patient, seat: secondDoctor.seat });
  await host.ask("raiseHand", { up: true });
  expect(silent.heard).toEqual([]);
  now += joinsWithin - 1;
  room.tick();
  expect(silent.closed).toEqual([]);
  now += 1;
  room.tick();
  expect([silent.closed, host.closed, member.closed]).toEqual([["not-here"], [], []]);
  expect(room.seats()).toEqual([doctor.seat, patient.seat]);
});

test("who asks for the same stream on and on gets it a few times and no more, until it is another one", async () => {
  const { member, send, producer } = await meet();
  const transport = await way(member, "receive");
  const asked = (of: unknown) => member.ask("consume", { transport, producer: of, capabilities: {} });
  for (let count = 0; count < 4; count += 1) expect(await asked(producer)).toHaveProperty("consumer");
  expect(await asked(producer)).toBe("too-many");
  expect(await asked(await send())).toHaveProperty("consumer");
  // A new way has nothing of the old one.
  const anew = await way(member, "receive");
  expect(media.open().filter((thing) => thing.startsWith("consumer"))).toEqual([]);
  const again = { transport: anew, producer: await send(), capabilities: {} };
  expect(await member.ask("consume", again)).toHaveProperty("consumer");
});

test("streams go the way that is theirs", async () => {
  const { host, member, producer } = await meet();
  const sending = await way(member, "send");
  expect(await member.ask("consume", { transport: sending, producer, capabilities: {} })).toBe(
    "no-such-thing",
  );
  const receiving = await way(host, "receive");
  const sent = { transport: receiving, kind: "video", source: "camera", rtpParameters };
  expect(await host.ask("produce", sent)).toBe("no-such-thing");
});
