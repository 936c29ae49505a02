import { createWatched } from "@consilium/workspace-client";
import { expect, test } from "vitest";
import { type Devices, noDevices, OwnDevices } from "../devices/own-devices.ts";
import { newRoom, type RoomState } from "./room-state.ts";
import { sendOwn } from "./send-own.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Only handed on.
const track = (id: string): MediaStreamTrack => ({ id }) as MediaStreamTrack;
const on = (id: string, of = track(id)) => ({ is: "on", track: of, device: id }) as const;

function begin() {
  const state = createWatched(noDevices);
  const room = createWatched<RoomState>(newRoom);
  const did: string[] = [];
  const set = (part: Partial<Devices>) => state.set({ ...state.getSnapshot(), ...part });
  const setMuted = (isMuted: boolean) => set({ isMuted });
  const stop = sendOwn(
    { state, setMuted },
    {
      room,
      send: (source, { id }, isPaused) => did.push(`send ${source} ${id}${isPaused ? " muted" : ""}`),
      stop: (source) => did.push(`stop ${source}`),
      pause: (source, isPaused) => did.push(`${isPaused ? "mute" : "unmute"} ${source}`),
    },
  );
  return { set, setMuted, did, stop, room };
}

test("what is turned on is sent, and what is turned off is not", () => {
  const { set, did, stop } = begin();
  set({ microphone: on("m1"), camera: on("c1") });
  set({ camera: { is: "off" } });
  expect(did).toEqual(["send microphone m1", "send camera c1", "stop camera"]);
  stop();
  set({ camera: on("c2") });
  expect(did).toHaveLength(3);
});

test("while another camera is opened the first one's place is kept", () => {
  const { set, did } = begin();
  set({ camera: on("c1") });
  set({ camera: { is: "asking" } });
  set({ camera: on("c2") });
  expect(did).toEqual(["send camera c1", "send camera c2"]);
});

test("muting and unmuting is said once, and another microphone is sent as silent as the first", () => {
  const { set, setMuted, did } = begin();
  set({ microphone: on("m1") });
  setMuted(true);
  set({ microphone: on("m2") });
  setMuted(false);
  expect(did).toEqual([
    "send microphone m1",
    "mute microphone",
    "send microphone m2 muted",
    "unmute microphone",
  ]);
});

test("whoever was silenced is muted at the device too", () => {
  const { set, did, room } = begin();
  set({ microphone: on("m1") });
  room.set({ ...newRoom, mutedBy: "01KDVDNA00TN9P6MHT5FWG4V01" });
  expect(did).toEqual(["send microphone m1", "mute microphone"]);
});

const ignore = () => undefined;

test("a page whose own devices are silenced goes on hearing what becomes of the room", () => {
  const room = createWatched<RoomState>(newRoom);
  const own = new OwnDevices(undefined);
  sendOwn(own, { room, send: ignore, stop: ignore, pause: ignore });
  const heard: (string | null)[] = [];
  room.subscribe(() => heard.push(room.getSnapshot().mutedBy));
  room.set({ ...newRoom, mutedBy: "01KDVDNA00TN9P6MHT5FWG4V01" });
  expect(own.state.getSnapshot().isMuted).toBe(true);
  expect(heard).toEqual(["01KDVDNA00TN9P6MHT5FWG4V01"]);
});
