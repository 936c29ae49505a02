import type { Source } from "@consilium/conference";

/** What a test asks of the page in the browser: one person in one conference. */
export interface TestCall {
  /** Comes before the door and asks to go in. */
  readonly enter: () => Promise<"waiting" | "in">;
  /** When that began, in milliseconds since 1970. */
  readonly entered: () => number;
  readonly admit: (seat: string) => Promise<void>;
  /** Once in: receives what others send. */
  readonly begin: () => Promise<void>;
  readonly send: (source: Source, size?: PictureSize) => Promise<void>;
  readonly pause: (source: Source, isPaused: boolean) => Promise<void>;
  readonly stop: (source: Source) => Promise<void>;
  /** As large as this layer; null: not on screen. */
  readonly wish: (seat: string, source: Source, layer: number | null) => Promise<void>;
  readonly arriving: () => Promise<readonly Arriving[]>;
  readonly leaving: () => Promise<readonly LeavingLayer[]>;
  readonly ways: () => Promise<readonly WayInUse[]>;
  /** Goes, and keeps no place. */
  readonly leave: () => Promise<void>;
  /** What relays answered where they gave no way: codes of STUN, of which 401 is a stranger's. */
  readonly relayErrors: () => readonly number[];
  /** Of each connection. */
  readonly states: () => readonly RTCPeerConnectionState[];
  /** What the media server calls each way at the moment: another name after each restart of ICE. */
  readonly iceNames: () => readonly string[];
  /** What the conference told, in its order. */
  readonly told: () => readonly string[];
  /** What nobody expected. */
  readonly faults: () => readonly string[];
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** One stream of somebody else. Figures are the browser's, from the stream's beginning on. */
export interface Arriving {
  readonly seat: string;
  readonly source: Source;
  /** Decoded. */
  readonly frames: number;
  readonly width: number;
  /** Of the sound that was played: `totalAudioEnergy`. */
  readonly energy: number;
  readonly packets: number;
  readonly lost: number;
  /** Samples that were made up in the place of sound, of all that were played. */
  readonly concealed: number;
  readonly samples: number;
  /** When its first picture came on screen, in milliseconds since 1970. */
  readonly firstFrame: number | null;
}

/** One layer of the own camera. */
export interface LeavingLayer {
  readonly layer: string;
  readonly frames: number;
  readonly width: number;
}

/** How streams of one direction go. */
export interface WayInUse {
  readonly state: string;
  /** Of this side: `host`, `prflx`, `relay`. */
  readonly local: string;
  readonly protocol: string;
  readonly port: number;
}

declare global {
  /** In the page. */
  const testCall: TestCall;
}
