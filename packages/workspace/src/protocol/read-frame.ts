import * as decoding from "lib0/decoding";
import { type BeatFrame, decodeBeat } from "./frames/beat.ts";
import { type ChangedFrame, decodeChanged } from "./frames/changed.ts";
import { type CloseFrame, decodeClose } from "./frames/close.ts";
import { type DataFrame, decodeData } from "./frames/data.ts";
import { decodeDigest, type DigestFrame } from "./frames/digest.ts";
import { decodeOpen, type OpenFrame } from "./frames/open.ts";
import { decodeOpened, type OpenedFrame } from "./frames/opened.ts";
import { decodePart, type PartFrame } from "./frames/part.ts";
import { decodeOwnPlace, decodePlaces, type OwnPlaceFrame, type PlacesFrame } from "./frames/presence.ts";
import { decodeRefused, type RefusedFrame } from "./frames/refused.ts";
import { decodeResync, type ResyncFrame } from "./frames/resync.ts";
import { decodeSaved, type SavedFrame } from "./frames/saved.ts";
import { frameKinds } from "./kinds.ts";

/** What a client may say. */
export type ClientFrame =
  | OpenFrame
  | DataFrame
  | PartFrame
  | CloseFrame
  | DigestFrame
  | OwnPlaceFrame
  | BeatFrame;

/** What a server may say. */
export type ServerFrame =
  | OpenedFrame
  | DataFrame
  | PartFrame
  | SavedFrame
  | RefusedFrame
  | ResyncFrame
  | CloseFrame
  | PlacesFrame
  | ChangedFrame
  | BeatFrame;

type Decode<Frame> = (channel: number, decoder: decoding.Decoder) => Frame;

const fromClient: ReadonlyMap<number, Decode<ClientFrame>> = new Map<number, Decode<ClientFrame>>([
  [frameKinds.open, decodeOpen],
  [frameKinds.data, decodeData],
  [frameKinds.part, decodePart],
  [frameKinds.close, decodeClose],
  [frameKinds.digest, decodeDigest],
  [frameKinds.presence, decodeOwnPlace],
  [frameKinds.beat, decodeBeat],
]);

const fromServer: ReadonlyMap<number, Decode<ServerFrame>> = new Map<number, Decode<ServerFrame>>([
  [frameKinds.opened, decodeOpened],
  [frameKinds.data, decodeData],
  [frameKinds.part, decodePart],
  [frameKinds.saved, decodeSaved],
  [frameKinds.refused, decodeRefused],
  [frameKinds.resync, decodeResync],
  [frameKinds.close, decodeClose],
  [frameKinds.presence, decodePlaces],
  [frameKinds.changed, decodeChanged],
  [frameKinds.beat, decodeBeat],
]);

const ofTheSocket: ReadonlySet<number> = new Set([frameKinds.presence, frameKinds.beat, frameKinds.changed]);

/** Undefined: malformed, or a kind that a client does not speak. */
export const readClientFrame = (bytes: Uint8Array): ClientFrame | undefined => read(bytes, fromClient);

/** Undefined: malformed, or a kind that a server does not speak. */
export const readServerFrame = (bytes: Uint8Array): ServerFrame | undefined => read(bytes, fromServer);

function read<Frame>(bytes: Uint8Array, kinds: ReadonlyMap<number, Decode<Frame>>): Frame | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const channel = decoding.readVarUint(decoder);
    const kind = decoding.readVarUint(decoder);
    if ((channel === 0) !== ofTheSocket.has(kind)) return undefined;
    const frame = kinds.get(kind)?.(channel, decoder);
    return decoding.hasContent(decoder) ? undefined : frame;
  } catch {
    return undefined;
  }
}
