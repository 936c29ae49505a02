import { expect, test } from "vitest";
import { OwnDevices } from "./own-devices.ts";

class TestTrack extends EventTarget {
  readonly kind: string;
  readonly device: string;
  enabled = true;
  isStopped = false;

  constructor(kind: string, device: string) {
    super();
    this.kind = kind;
    this.device = device;
  }

  stop(): void {
    this.isStopped = true;
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.device };
  }
}

/** A machine whose devices come and go. `faults`: what the browser answers for one of them. */
function machineWith(there: string[], faults: Readonly<Record<string, string>> = {}) {
  const made: TestTrack[] = [];
  /** For which the next answers of the browser wait, in the order in which it was asked. */
  const waits: Promise<void>[] = [];
  const asked: string[] = [];
  const trackOf = (kind: "audio" | "video", wish: unknown): TestTrack => {
    const fault = faults[kind];
    if (fault !== undefined) throw new DOMException("", fault);
    const wished = JSON.stringify(wish);
    const chosen = /"exact":"([^"]+)"/.exec(wished)?.[1];
    const device = there.find((one) => one.startsWith(kind) && (chosen === undefined || one === chosen));
    if (device === undefined)
      throw new DOMException("", chosen === undefined ? "NotFoundError" : "OverconstrainedError");
    const track = new TestTrack(kind, device);
    made.push(track);
    return track;
  };
  const media = Object.assign(new EventTarget(), {
    getUserMedia: ({ audio, video }: MediaStreamConstraints) => {
      asked.push([audio && "audio", video && "video"].filter(Boolean).join("+"));
      const tracks = [
        ...(audio ? [trackOf("audio", audio)] : []),
        ...(video ? [trackOf("video", video)] : []),
      ];
      return (waits.shift() ?? Promise.resolve()).then(() => ({
        getTracks: () => tracks,
        getAudioTracks: () => tracks.filter(({ kind }) => kind === "audio"),
        getVideoTracks: () => tracks.filter(({ kind }) => kind === "video"),
      }));
    },
    enumerateDevices: () =>
      Promise.resolve(
        there.map((device) => ({ deviceId: device, label: device, kind: `${device.slice(0, 5)}input` })),
      ),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What of a browser's devices is asked here.
  return { devices: new OwnDevices(media as unknown as MediaDevices), made, asked, there, waits };
}

test("the person is asked once for both, and both are on", async () => {
  const { devices, asked } = machineWith(["audio-1", "video-1"]);
  await devices.open();
  const { camera, microphone, cameras } = devices.state.getSnapshot();
  expect([camera.is, microphone.is]).toEqual(["on", "on"]);
  expect(asked).toEqual(["audio+video"]);
  expect(cameras).toEqual([{ device: "video-1", label: "video-1" }]);
});

test("without a camera one is heard all the same", async () => {
  const { devices } = machineWith(["audio-1"]);
  await devices.open();
  const { camera, microphone } = devices.state.getSnapshot();
  expect(camera).toEqual({ is: "failed", fault: "none" });
  expect(microphone.is).toBe("on");
});

test("a camera that another app holds, and a microphone that was not allowed, are told apart", async () => {
  const busy = machineWith(["audio-1", "video-1"], { video: "NotReadableError" });
  await busy.devices.open();
  expect(busy.devices.state.getSnapshot().camera).toEqual({ is: "failed", fault: "in-use" });
  const forbidden = machineWith(["audio-1", "video-1"], {
    audio: "NotAllowedError",
    video: "NotAllowedError",
  });
  await forbidden.devices.open();
  expect(forbidden.devices.state.getSnapshot().microphone).toEqual({ is: "failed", fault: "not-allowed" });
});

test("outside of a secure page it says so", async () => {
  const devices = new OwnDevices(undefined);
  await devices.open();
  expect(devices.state.getSnapshot().camera).toEqual({ is: "failed", fault: "not-secure" });
});

test("turning the camera off lets go of it", async () => {
  const { devices, made } = machineWith(["audio-1", "video-1"]);
  await devices.open();
  devices.turnOff("camera");
  expect(made.find(({ kind }) => kind === "video")?.isStopped).toBe(true);
  expect(made.find(({ kind }) => kind === "audio")?.isStopped).toBe(false);
});

test("a camera that is turned off while the browser still asks stays off, and one is heard", async () => {
  const { devices, made } = machineWith(["audio-1", "video-1"]);
  const isOpen = devices.open();
  devices.turnOff("camera");
  await isOpen;
  const { camera, microphone } = devices.state.getSnapshot();
  expect([camera.is, microphone.is]).toEqual(["off", "on"]);
  expect(made.find(({ kind }) => kind === "video")?.isStopped).toBe(true);
});

test("of two that are chosen at once the later one is used, whichever answers first", async () => {
  const { devices, made, waits } = machineWith(["audio-1", "audio-2", "audio-3", "video-1"]);
  await devices.open();
  const { promise, resolve } = Promise.withResolvers<void>();
  waits.push(promise);
  const first = devices.choose("microphone", "audio-3");
  await devices.choose("microphone", "audio-2");
  resolve();
  await first;
  expect(devices.state.getSnapshot().microphone).toMatchObject({ is: "on", device: "audio-2" });
  expect(made.filter(({ kind, isStopped }) => kind === "audio" && !isStopped)).toHaveLength(1);
});

test("who leaves while the browser asks leaves no device on", async () => {
  const { devices, made } = machineWith(["audio-1", "video-1"]);
  const isOpen = devices.open();
  devices.close();
  await isOpen;
  expect(made.map(({ isStopped }) => isStopped)).toEqual([true, true]);
});

test("a refusal that comes after the camera was turned off says nothing", async () => {
  const { devices } = machineWith(["audio-1", "video-1"], { video: "NotAllowedError" });
  const isAsked = devices.turnOn("camera");
  devices.turnOff("camera");
  await isAsked;
  expect(devices.state.getSnapshot().camera).toEqual({ is: "off" });
});

test("another microphone is as silent as the first was", async () => {
  const { devices, made } = machineWith(["audio-1", "audio-2", "video-1"]);
  await devices.open();
  devices.setMuted(true);
  await devices.choose("microphone", "audio-2");
  const { microphone } = devices.state.getSnapshot();
  expect(microphone).toMatchObject({ is: "on", device: "audio-2" });
  expect(made.at(-1)?.enabled).toBe(false);
});

test("where a device is pulled out another takes its place, and with none left it says so", async () => {
  const { devices, made, there } = machineWith(["audio-1", "audio-2", "video-1"]);
  await devices.open();
  await devices.choose("microphone", "audio-2");
  there.splice(there.indexOf("audio-2"), 1);
  made.at(-1)?.dispatchEvent(new Event("ended"));
  await expect
    .poll(() => devices.state.getSnapshot().microphone)
    .toMatchObject({ is: "on", device: "audio-1" });
  there.splice(there.indexOf("audio-1"), 1);
  made.at(-1)?.dispatchEvent(new Event("ended"));
  await expect
    .poll(() => devices.state.getSnapshot().microphone)
    .toEqual({ is: "failed", fault: "unplugged" });
});

test("a telephone call in mid-visit is noticed, and that it is over", async () => {
  const { devices, made } = machineWith(["audio-1", "video-1"]);
  await devices.open();
  const spoken = made.find(({ kind }) => kind === "audio");
  spoken?.dispatchEvent(new Event("mute"));
  expect(devices.state.getSnapshot().isInterrupted).toBe(true);
  spoken?.dispatchEvent(new Event("unmute"));
  expect(devices.state.getSnapshot().isInterrupted).toBe(false);
});
