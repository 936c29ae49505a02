import { encodeBeat } from "../protocol/frames/beat.ts";
import { encodeChanged } from "../protocol/frames/changed.ts";
import { encodeClose } from "../protocol/frames/close.ts";
import { encodeData } from "../protocol/frames/data.ts";
import { encodeDigest } from "../protocol/frames/digest.ts";
import { encodeOpen } from "../protocol/frames/open.ts";
import { encodeOpened } from "../protocol/frames/opened.ts";
import { encodePart } from "../protocol/frames/part.ts";
import { encodeOwnPlace, encodePlaces, type Place } from "../protocol/frames/presence.ts";
import { encodeRefused } from "../protocol/frames/refused.ts";
import { encodeResync } from "../protocol/frames/resync.ts";
import { encodeSaved } from "../protocol/frames/saved.ts";
import { encodeAwareness } from "../protocol/messages/awareness.ts";
import { encodeSavedMessage } from "../protocol/messages/saved.ts";
import { encodeStepOne } from "../protocol/messages/step-one.ts";
import { encodeStepTwo } from "../protocol/messages/step-two.ts";
import { encodeUpdate } from "../protocol/messages/update.ts";
import type { ClientFrame, ServerFrame } from "../protocol/read-frame.ts";
import type { Message } from "../protocol/read-message.ts";

/** One of everything, for the round trips and for the hash of the wire. Channel 300 takes two bytes. */
export interface Sample<Read> {
  readonly bytes: Uint8Array;
  readonly read: Read;
}

const channel = 300;
const body = Uint8Array.of(0, 2, 1, 7);
const open = { channel, document: "story", wish: { schema: 1, have: 4_294_967_295 } };
const digest = { channel, sequence: 70_000, sha256: Uint8Array.from({ length: 32 }, (_, at) => at) };
const part = { channel, rest: 65_536, bytes: body };
const data = { channel, message: body };
const close = { channel, code: 4403, reason: "no-right" };
const place: Place = {
  target: "story",
  place: "s.goals",
  pointer: { x: 0.5, y: 2 },
  presenting: true,
  view: { zoom: 1.5, degrees: 90 },
  draft: { tool: "length", points: [[1, 2]] },
};

export const clientSamples: readonly Sample<ClientFrame>[] = [
  { bytes: encodeOpen(open), read: { kind: "open", ...open } },
  { bytes: encodeData(data), read: { kind: "data", ...data } },
  { bytes: encodePart(part), read: { kind: "part", ...part } },
  { bytes: encodeClose(close), read: { kind: "close", ...close } },
  { bytes: encodeDigest(digest), read: { kind: "digest", ...digest } },
  { bytes: encodeOwnPlace(place), read: { kind: "own-place", place } },
  { bytes: encodeOwnPlace(null), read: { kind: "own-place", place: null } },
  { bytes: encodeBeat(), read: { kind: "beat" } },
];

const terms = {
  clientId: 7,
  epoch: 2,
  schema: 1,
  sequence: 12,
  mayWrite: false,
  reason: "signed",
} as const;
const refused = { channel, count: 3, fate: "late", reason: "signed" } as const;
const saved = { channel, count: 3, sequence: 12 };
const changed = { documents: ["story"], seats: true, case: false };
const places = [{ seat: "01ARZ3NDEKTSV4RRFFQ69G5FAV", name: "Ada Example", at: place }];

export const serverSamples: readonly Sample<ServerFrame>[] = [
  { bytes: encodeOpened({ channel, terms }), read: { kind: "opened", channel, terms } },
  { bytes: encodeData(data), read: { kind: "data", ...data } },
  { bytes: encodePart(part), read: { kind: "part", ...part } },
  { bytes: encodeSaved(saved), read: { kind: "saved", ...saved } },
  { bytes: encodeRefused(refused), read: { kind: "refused", ...refused } },
  { bytes: encodeResync({ channel, vector: body }), read: { kind: "resync", channel, vector: body } },
  { bytes: encodeClose(close), read: { kind: "close", ...close } },
  { bytes: encodePlaces(places), read: { kind: "places", places } },
  { bytes: encodeChanged(changed), read: { kind: "changed", what: changed } },
  { bytes: encodeBeat(), read: { kind: "beat" } },
];

const entries = [{ client: 7, clock: 3, state: '{"cursor":null}' }];

export const messageSamples: readonly Sample<Message>[] = [
  { bytes: encodeStepOne(body), read: { kind: "step-one", vector: body } },
  { bytes: encodeStepTwo(body), read: { kind: "step-two", update: body } },
  { bytes: encodeUpdate(body), read: { kind: "update", update: body } },
  { bytes: encodeAwareness(entries), read: { kind: "awareness", entries } },
  { bytes: encodeAwareness([]), read: { kind: "awareness", entries: [] } },
  { bytes: encodeSavedMessage(3, 12), read: { kind: "saved", count: 3, sequence: 12 } },
];
