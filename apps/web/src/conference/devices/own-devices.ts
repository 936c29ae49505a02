import { createWatched, type Watchable } from "@consilium/workspace-client";
import { type DeviceFault, faultOf } from "./device-fault.ts";

/** A camera or a microphone of this machine, as it is used now. */
export type DeviceState =
  | { readonly is: "off" }
  | { readonly is: "asking" }
  | { readonly is: "on"; readonly track: MediaStreamTrack; readonly device: string }
  | { readonly is: "failed"; readonly fault: DeviceFault };

export interface Choice {
  readonly device: string;
  readonly label: string;
}

export interface Devices {
  readonly camera: DeviceState;
  readonly microphone: DeviceState;
  /** The person does not want to be heard; the microphone is open all the same, so that they can speak at once. */
  readonly isMuted: boolean;
  /** Something else has taken the microphone for a while, such as a telephone call. */
  readonly isInterrupted: boolean;
  readonly cameras: readonly Choice[];
  readonly microphones: readonly Choice[];
  /** Empty where the browser lets nobody choose. */
  readonly speakers: readonly Choice[];
  /** Undefined: the machine's own. */
  readonly speaker: string | undefined;
}

/** Before anything is opened. */
export const noDevices: Devices = {
  camera: { is: "off" },
  microphone: { is: "off" },
  isMuted: false,
  isInterrupted: false,
  cameras: [],
  microphones: [],
  speakers: [],
  speaker: undefined,
};

export type DeviceKind = "camera" | "microphone";

const kinds = { camera: "videoinput", microphone: "audioinput", speaker: "audiooutput" } as const;

const sound = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
/** What the largest of three sizes needs, and no more pictures a second than a face needs. */
const picture = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 } };

/** Camera, microphone and speaker of whoever looks. One fails without the other. */
export class OwnDevices {
  readonly #media: MediaDevices | undefined;
  readonly #state = createWatched(noDevices);
  readonly #wished: Partial<Record<DeviceKind, string>> = {};
  /** How often each was asked for or turned off: the browser may answer a question that nobody asks any more. */
  readonly #turns: Record<DeviceKind, number> = { camera: 0, microphone: 0 };
  #isClosed = false;
  readonly #changed = () => void this.#list();

  /** `media`: the browser's; undefined outside of a secure page. */
  constructor(media: MediaDevices | undefined) {
    this.#media = media;
    media?.addEventListener("devicechange", this.#changed);
  }

  get state(): Watchable<Devices> {
    return this.#state;
  }

  /** Asks for both at once, so that the person is asked once; where that fails, for each alone. */
  async open(): Promise<void> {
    const isWanted = { camera: this.#begin("camera"), microphone: this.#begin("microphone") };
    try {
      const stream = await this.#ask({ audio: sound, video: picture });
      this.#take("microphone", stream.getAudioTracks()[0], isWanted.microphone);
      this.#take("camera", stream.getVideoTracks()[0], isWanted.camera);
    } catch {
      if (isWanted.microphone()) await this.turnOn("microphone");
      if (isWanted.camera()) await this.turnOn("camera");
    }
    await this.#list();
  }

  async turnOn(kind: DeviceKind): Promise<void> {
    const isWanted = this.#begin(kind);
    const device = this.#wished[kind];
    try {
      this.#take(kind, await this.#askFor(kind, device), isWanted);
    } catch (cause) {
      if (!isWanted()) return;
      if (device === undefined) return this.#set({ [kind]: { is: "failed", fault: faultOf(cause) } });
      // The one that was chosen has gone; another may be there.
      delete this.#wished[kind];
      await this.turnOn(kind);
    }
    await this.#list();
  }

  /** The camera's light goes out with it. */
  turnOff(kind: DeviceKind): void {
    this.#turns[kind] += 1;
    this.#release(kind);
    this.#set({ [kind]: { is: "off" } });
  }

  async choose(kind: DeviceKind, device: string): Promise<void> {
    this.#wished[kind] = device;
    this.#release(kind);
    await this.turnOn(kind);
  }

  chooseSpeaker(device: string): void {
    this.#set({ speaker: device });
  }

  setMuted(isMuted: boolean): void {
    const { microphone } = this.#state.getSnapshot();
    if (microphone.is === "on") microphone.track.enabled = !isMuted;
    this.#set({ isMuted });
  }

  close(): void {
    this.#isClosed = true;
    this.#media?.removeEventListener("devicechange", this.#changed);
    this.turnOff("camera");
    this.turnOff("microphone");
  }

  /** Gives whether the person still wants what they asked for: they may have turned it off since, chosen another, or left. */
  #begin(kind: DeviceKind): () => boolean {
    const turn = ++this.#turns[kind];
    this.#set({ [kind]: { is: "asking" } });
    return () => !this.#isClosed && turn === this.#turns[kind];
  }

  #ask(wish: MediaStreamConstraints): Promise<MediaStream> {
    if (!this.#media) return Promise.reject(new TypeError("No devices outside of a secure page"));
    return this.#media.getUserMedia(wish);
  }

  async #askFor(kind: DeviceKind, device: string | undefined): Promise<MediaStreamTrack | undefined> {
    const exact = device === undefined ? {} : { deviceId: { exact: device } };
    const wish = kind === "camera" ? { video: { ...picture, ...exact } } : { audio: { ...sound, ...exact } };
    const [track] = (await this.#ask(wish)).getTracks();
    return track;
  }

  #take(kind: DeviceKind, track: MediaStreamTrack | undefined, isWanted: () => boolean): void {
    if (!isWanted()) return track?.stop();
    if (!track) return this.#set({ [kind]: { is: "failed", fault: "none" } });
    this.#release(kind);
    track.addEventListener("ended", () => void this.#unplugged(kind, track));
    if (kind === "microphone") this.#hear(track);
    this.#set({ [kind]: { is: "on", track, device: track.getSettings().deviceId ?? "" } });
  }

  #hear(track: MediaStreamTrack): void {
    track.enabled = !this.#state.getSnapshot().isMuted;
    track.addEventListener("mute", () => this.#set({ isInterrupted: true }));
    track.addEventListener("unmute", () => this.#set({ isInterrupted: false }));
  }

  /** The one that was used is gone: another of the machine takes its place, if there is one. */
  async #unplugged(kind: DeviceKind, track: MediaStreamTrack): Promise<void> {
    const now = this.#state.getSnapshot()[kind];
    if (now.is !== "on" || now.track !== track) return;
    delete this.#wished[kind];
    await this.turnOn(kind);
    if (this.#state.getSnapshot()[kind].is === "failed")
      this.#set({ [kind]: { is: "failed", fault: "unplugged" } });
  }

  #release(kind: DeviceKind): void {
    const now = this.#state.getSnapshot()[kind];
    if (now.is === "on") now.track.stop();
    if (kind === "microphone") this.#set({ isInterrupted: false });
  }

  async #list(): Promise<void> {
    const all = (await this.#media?.enumerateDevices().catch(() => undefined)) ?? [];
    const of = (kind: keyof typeof kinds): Choice[] =>
      all
        // Without a name: the person has not allowed it yet.
        .filter((one) => one.kind === kinds[kind] && one.label !== "")
        .map(({ deviceId: device, label }) => ({ device, label }));
    this.#set({ cameras: of("camera"), microphones: of("microphone"), speakers: of("speaker") });
  }

  #set(part: Partial<Devices>): void {
    this.#state.set({ ...this.#state.getSnapshot(), ...part });
  }
}
