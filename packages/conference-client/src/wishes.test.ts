import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { doctor, FakeRoom, patient, track } from "./testing/fake-room.ts";

let at: FakeRoom;
beforeEach(() => {
  at = new FakeRoom();
});
afterEach(() => {
  if (at.faults.length > 0) throw new AggregateError(at.faults, "Something that nobody expected");
});

type Page = Awaited<ReturnType<FakeRoom["enter"]>>;

/** Requests about what is received, in their order. */
const askedOf = ({ asked }: Page): readonly string[] =>
  asked.filter((words) => /^(?:setLayers|pauseConsumer|resumeConsumer)/.test(words));

/** The host sends a camera, and the guest is in and has opened nothing yet. */
async function meetBefore() {
  const host = await at.enter(doctor);
  const guest = await at.enter(patient);
  await host.signalling.ask("admit", { seat: patient.seat });
  await host.call.begin();
  await host.call.send("camera", track("video"));
  const [, producer = ""] = /(producer-\d+)/.exec(at.media.open().join(" ")) ?? [];
  return { host, guest, producer };
}

test("a picture that is wished before it is received begins in that size", async () => {
  const { guest, producer } = await meetBefore();
  await guest.call.wish(producer, 0);
  await guest.call.begin();
  expect(askedOf(guest)).toEqual([
    expect.stringMatching(/^setLayers consumer-\d+ 0 2$/),
    expect.stringMatching(/^resumeConsumer/),
  ]);
  expect(at.media.paused()).toEqual([]);
});

test("a picture at which nobody looks is not sent from the beginning on, and begins when somebody does; sound is there", async () => {
  const { host, guest, producer } = await meetBefore();
  await host.call.send("microphone", track("audio"));
  await guest.call.wish(producer, null);
  await guest.call.begin();
  expect(guest.received.map(({ stream }) => stream.source)).toEqual(["microphone", "camera"]);
  expect(askedOf(guest)).toHaveLength(1);
  expect(at.media.paused()).toHaveLength(1);
  await guest.call.wish(producer, 1);
  expect(askedOf(guest).slice(1)).toEqual([
    expect.stringMatching(/^setLayers consumer-\d+ 1 2$/),
    expect.stringMatching(/^resumeConsumer/),
  ]);
  expect(at.media.paused()).toEqual([]);
});

test("a picture of which nobody has said anything comes, and so does sound whatever is wished", async () => {
  const { host, guest } = await at.meet();
  await host.call.send("camera", track("video"));
  await host.call.send("microphone", track("audio"));
  await vi.waitFor(() => expect(guest.received).toHaveLength(2));
  await vi.waitFor(() => expect(at.media.paused()).toEqual([]));
  await guest.call.wish(guest.received[1]?.stream.producer ?? "", null);
  expect(at.media.paused()).toEqual([]);
  expect(askedOf(guest).map((words) => words.split(" ")[0])).toEqual(["resumeConsumer", "resumeConsumer"]);
});

test("the last wish counts, also where it is said while an answer is on its way", async () => {
  const { guest, producer } = await meetBefore();
  await guest.call.wish(producer, 0);
  await guest.call.begin();
  const before = askedOf(guest).length;
  await Promise.all([guest.call.wish(producer, 2), guest.call.wish(producer, null)]);
  await vi.waitFor(() => expect(at.media.paused()).toHaveLength(1));
  await Promise.all([guest.call.wish(producer, 1), guest.call.wish(producer, 2)]);
  await vi.waitFor(() => expect(at.media.paused()).toEqual([]));
  // The larger picture was agreed to before, and is not asked for a second time.
  expect(
    askedOf(guest)
      .slice(before)
      .map((words) => words.replace(/ consumer-\d+/, "")),
  ).toEqual(["setLayers 2 2", "pauseConsumer", "setLayers 1 2", "setLayers 2 2", "resumeConsumer"]);
});

test("what is wished of a picture counts for whoever begins anew, until it has ended", async () => {
  const { host, guest, producer } = await meetBefore();
  await guest.call.wish(producer, null);
  await guest.call.begin();
  await guest.call.begin();
  expect(guest.received).toHaveLength(2);
  expect(askedOf(guest)).toEqual([]);
  await host.call.stop("camera");
  await vi.waitFor(() => expect(guest.gone).toHaveLength(2));
});

test("a picture of the room's next generation is wished while the room moves", async () => {
  const { guest } = await meetBefore();
  await guest.call.begin();
  guest.onNotice(({ method, data }) => {
    if (method === "streamAdded") void guest.call.wish(data.producer, 1);
  });
  at.media.die();
  await vi.waitFor(() => expect(guest.received).toHaveLength(2));
  await vi.waitFor(() => expect(at.media.paused()).toEqual([]));
  expect(askedOf(guest).map((words) => words.replace(/ consumer-\d+/, ""))).toEqual([
    "resumeConsumer",
    "setLayers 1 2",
    "resumeConsumer",
  ]);
});
