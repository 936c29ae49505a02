// @vitest-environment node

import type { LineEvents } from "@consilium/conference-client";
import { type Attending, Room, type RoomSettings } from "@consilium/conference-server";
import { FakeMedia } from "@consilium/conference-server/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RoomClient } from "./room-client.ts";
import { ownPlace, type Over, whoWaits } from "./room-state.ts";

const doctor: Attending = { seat: "01KDVDNA00TN9P6MHT5FWG4V01", name: "Dr Adaeze Okonkwo", party: "host" };
const patient: Attending = { seat: "01KDVDNA00TN9P6MHT5FWG4V02", name: "Marisol Quintana", party: "member" };
const codes: Readonly<Record<string, Over>> = { elsewhere: "elsewhere", removed: "no-right", ended: "ended" };

let media: FakeMedia;
let settings: RoomSettings;
let room: Room;
let now: number;
const clients: RoomClient[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  now = 0;
  media = new FakeMedia();
  settings = {
    media,
    now: () => now,
    iceServersFor: () => [],
    mayShow: () => Promise.resolve(true),
    trace: () => Promise.resolve(),
    shown: () => Promise.resolve(),
    failed: (cause) => {
      throw cause;
    },
  };
  room = new Room(settings);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

let made = 0;

/** A page of somebody; its streams are only counted. */
function pageOf(person: Attending, clockAhead: () => number = () => 0) {
  const did: string[] = [];
  const note = (what: string) => () => {
    did.push(what);
    return Promise.resolve();
  };
  let cut: (() => void) | undefined;
  let isDown = false;
  const connect = (events: LineEvents, over: (as: Over) => void) => {
    let isOpen = true;
    const end = (as: Over | undefined) => {
      if (!isOpen) return;
      isOpen = false;
      room.lost(person.seat, connection);
      if (as !== undefined) over(as);
      events.closed(as !== undefined);
    };
    const connection = {
      send: (text: string) => queueMicrotask(() => isOpen && events.said(text)),
      close: (reason: string) => queueMicrotask(() => end(codes[reason])),
    };
    cut = () => end(undefined);
    queueMicrotask(() => {
      if (isDown) return end(undefined);
      room.open(person, connection);
      events.opened();
    });
    return {
      send: (text: string) => isOpen && room.said(person.seat, connection, text),
      close: () => end(undefined),
    };
  };
  const client = new RoomClient({
    connect,
    createId: () => `id ${(made += 1)}`,
    createCall: (signalling) => ({
      begin: async () => {
        did.push("begin");
        await signalling.ask("openMedia", {});
      },
      send: note("send"),
      stop: note("stop"),
      pause: (source, isPaused) => note(`${isPaused ? "pause" : "resume"} ${source}`)(),
      added: note("added"),
      ended: () => void did.push("ended"),
      wish: note("wish"),
      resume: async () => {
        did.push("resume");
        await signalling.ask("openMedia", {});
      },
      count: () => Promise.resolve(undefined),
      close: () => {},
    }),
    clocks: { now: () => now + clockAhead(), elapsed: () => now },
    fault: (cause) => {
      throw cause;
    },
  });
  clients.push(client);
  const is = () => client.room.getSnapshot();
  return {
    client,
    did,
    is,
    cut: () => cut?.(),
    setDown: (down: boolean) => {
      isDown = down;
    },
  };
}

const joined = async (person: Attending, clockAhead?: () => number) => {
  const page = pageOf(person, clockAhead);
  await vi.waitFor(() => expect(page.is().line).toBe("open"));
  return page;
};

test("the patient waits, is let in, and only then sound and pictures begin", async () => {
  const host = await joined(doctor);
  const guest = await joined(patient);
  await guest.client.goIn();
  expect(ownPlace(guest.is())).toBe("waiting");
  await host.client.goIn();
  await vi.waitFor(() => expect(host.is().carrying).toBe("there"));
  expect(whoWaits(host.is()).map(({ name }) => name)).toEqual([patient.name]);
  expect(guest.did).toEqual([]);
  await host.client.ask("admit", { seat: patient.seat });
  await vi.waitFor(() => expect(guest.is().carrying).toBe("there"));
  expect(guest.did).toEqual(["begin"]);
});

test("a line that was lost comes back to where it was, and its ways are looked for", async () => {
  const host = await joined(doctor);
  await host.client.goIn();
  await vi.waitFor(() => expect(host.is().carrying).toBe("there"));
  host.cut();
  expect(host.is().line).toBe("lost");
  await vi.advanceTimersByTimeAsync(1000);
  expect(host.is().line).toBe("open");
  expect(host.did).toEqual(["begin", "resume"]);
});

test("a place that was given up meanwhile is asked for again, and the streams begin anew", async () => {
  const host = await joined(doctor);
  await host.client.goIn();
  await vi.waitFor(() => expect(host.is().carrying).toBe("there"));
  host.setDown(true);
  host.cut();
  now = 60_000;
  room.tick();
  host.setDown(false);
  await vi.advanceTimersByTimeAsync(4000);
  await vi.waitFor(() => expect(host.is().carrying).toBe("there"));
  expect(ownPlace(host.is())).toBe("in");
  expect(host.did).toEqual(["begin", "begin"]);
});

test("a second window takes over, and the first says so and does not come back", async () => {
  const first = await joined(doctor);
  await first.client.goIn();
  const second = await joined(doctor);
  await vi.waitFor(() => expect(first.is().over).toBe("elsewhere"));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(second.is().over).toBeNull();
  expect(ownPlace(second.is())).toBe("in");
  // Nobody is seen or heard by opening a page: they go in on purpose.
  expect(second.did).toEqual([]);
  await second.client.goIn();
  await vi.waitFor(() => expect(second.did).toEqual(["begin"]));
});

test("whoever is not let in, or taken out, is told which", async () => {
  const host = await joined(doctor);
  await host.client.goIn();
  const denied = await joined(patient);
  await denied.client.goIn();
  await host.client.ask("deny", { seat: patient.seat });
  await vi.waitFor(() => expect(denied.is().over).toBe("denied"));
  const again = await joined(patient);
  await again.client.goIn();
  await host.client.ask("admit", { seat: patient.seat });
  await host.client.ask("remove", { seat: patient.seat });
  await vi.waitFor(() => expect(again.is().over).toBe("removed"));
});

test("without video on the server one goes in, and it begins once it is there", async () => {
  media.setHealth({ is: "building", because: "It is built" });
  const host = await joined(doctor);
  await host.client.goIn();
  expect(ownPlace(host.is())).toBe("in");
  expect([host.is().media.is, host.is().carrying]).toEqual(["building", "none"]);
  media.setHealth({ is: "ready" });
  await host.client.tryAgain();
  await vi.waitFor(() => expect(host.did).toEqual(["begin"]));
});

test("after a restart of the server pictures come back once its video is ready", async () => {
  const host = await joined(doctor);
  await host.client.goIn();
  await vi.waitFor(() => expect(host.is().carrying).toBe("there"));
  media.setHealth({ is: "building", because: "It is looked for" });
  room = new Room(settings, [doctor]);
  host.cut();
  await vi.advanceTimersByTimeAsync(1000);
  await vi.waitFor(() => expect([host.is().media.is, host.is().carrying]).toEqual(["building", "failed"]));
  await host.client.tryAgain();
  expect(host.did).toEqual(["begin", "resume"]);
  media.setHealth({ is: "ready" });
  await host.client.tryAgain();
  await vi.waitFor(() => expect(host.is().carrying).toBe("there"));
  expect(host.did).toEqual(["begin", "resume", "begin"]);
});

test("a server that has no video any more when one goes in says so, and it is begun once it has", async () => {
  const host = await joined(doctor);
  media.setHealth({ is: "unavailable", because: "Its ports are taken" });
  await host.client.goIn();
  await vi.waitFor(() => expect([host.is().media.is, host.is().carrying]).toEqual(["unavailable", "failed"]));
  media.setHealth({ is: "ready" });
  await host.client.tryAgain();
  await vi.waitFor(() => expect(host.is().carrying).toBe("there"));
});

test.each([3_600_000, -3_600_000])(
  "a clock that is %d ms ahead is known to be so until it is set right",
  async (hour) => {
    let ahead = hour;
    const host = await joined(doctor, () => ahead);
    expect(host.is().clockAhead).toBe(hour);
    now += 60_000;
    host.client.lookAtClock();
    await host.client.goIn();
    expect(host.is().clockAhead).toBe(hour);
    ahead = 0;
    host.client.lookAtClock();
    await vi.waitFor(() => expect(host.is().clockAhead).toBe(0));
  },
);

test("a full or ended conference says so instead of opening", async () => {
  const host = await joined(doctor);
  await host.client.goIn();
  await host.client.ask("end", {});
  await vi.waitFor(() => expect(host.is().over).toBe("ended"));
  const late = pageOf(patient);
  await vi.waitFor(() => expect(late.is().over).toBe("ended"));
});
