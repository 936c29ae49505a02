import { canonicalJson, sha256Hex } from "@consilium/foundation";
import { describe, expect, test } from "vitest";
import { clientSamples, messageSamples, serverSamples } from "../testing/wire-samples.ts";
import { closeCodes, isFinalClose } from "./close-codes.ts";
import { encodeOwnPlace } from "./frames/presence.ts";
import { frameKinds, messageTypes, subprotocol, syncKinds } from "./kinds.ts";
import { readClientFrame, readServerFrame } from "./read-frame.ts";
import { isAnswerMessage, isWriteMessage, readMessage } from "./read-message.ts";
import { readOnlyReasons, refusalFates, refusalReasons } from "./refusal-reasons.ts";

/** A change of the wire changes this. It is then a decision: a record in docs/decisions, and docs/protocol.md. */
const protocolHash = "70f331430fdb702bcbc3e2ea0ff898b7ca0cde288050cb689c061fef2a5fe473";

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

describe("every message comes out as it went in", () => {
  test.for(clientSamples)("a client's frame: $read.kind", ({ bytes, read }) => {
    expect(readClientFrame(bytes)).toEqual(read);
  });
  test.for(serverSamples)("a server's frame: $read.kind", ({ bytes, read }) => {
    expect(readServerFrame(bytes)).toEqual(read);
  });
  test.for(messageSamples)("a message of the plain door: $read.kind", ({ bytes, read }) => {
    expect(readMessage(bytes)).toEqual(read);
  });
});

test("every kind of frame and every kind of message has a sample", () => {
  const kinds = [...clientSamples, ...serverSamples].map(({ bytes }) =>
    bytes[0] === 0 ? bytes[1] : bytes[2],
  );
  expect(new Set(kinds)).toEqual(new Set(Object.values(frameKinds)));
  expect(new Set(messageSamples.map(({ read }) => read.kind)).size).toBe(5);
});

describe("what is not of this wire is malformed, never an exception", () => {
  test.for([...clientSamples, ...serverSamples])("cut anywhere: $read.kind", ({ bytes }) => {
    for (let length = 0; length < bytes.length; length += 1) {
      // A tail without a length of its own may be shorter: then it is another frame, and none of an unknown form.
      const cut = bytes.subarray(0, length);
      expect(() => [readClientFrame(cut), readServerFrame(cut)]).not.toThrow();
    }
  });
  test("a kind that nobody speaks, a channel where none belongs, none where one belongs", () => {
    expect(readClientFrame(Uint8Array.of(1, 12))).toBeUndefined();
    expect(readClientFrame(Uint8Array.of(1, frameKinds.beat))).toBeUndefined();
    expect(readServerFrame(Uint8Array.of(0, frameKinds.data, 1))).toBeUndefined();
    expect(readServerFrame(Uint8Array.of(0, frameKinds.beat, 0))).toBeUndefined();
  });
  test("each side only its own kinds", () => {
    const ofServers = ["opened", "saved", "refused", "resync", "changed"];
    const frames = serverSamples.filter(({ read }) => ofServers.includes(read.kind));
    expect(frames).toHaveLength(ofServers.length);
    expect(frames.map(({ bytes }) => readClientFrame(bytes))).toEqual(ofServers.map(() => undefined));
  });
  test("a sync kind or a type that a stock client does not know", () => {
    expect(readMessage(Uint8Array.of(0, 3, 0))).toBeUndefined();
    expect(readMessage(Uint8Array.of(2, 0))).toBeUndefined();
    expect(readMessage(Uint8Array.of())).toBeUndefined();
  });
});

const numbers = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, at] as const));

describe("a place", () => {
  const target = "01K00000000000000000000001";
  test("says how something is seen in at most 16 numbers", () => {
    const read = (count: number) => readClientFrame(encodeOwnPlace({ target, view: numbers(count) }));
    expect(read(16)).toEqual({ kind: "own-place", place: { target, view: numbers(16) } });
    expect(read(17)).toBeUndefined();
  });
  test("loses what a newer page says and this one does not know", () => {
    const newer = { target, place: "page/3", later: "yes" };
    expect(readClientFrame(encodeOwnPlace(newer))).toEqual({
      kind: "own-place",
      place: { target, place: "page/3" },
    });
  });
});

test("[SY-3] the write messages are step 2 and update", () => {
  const written = messageSamples.filter(({ bytes }) => isWriteMessage(bytes)).map(({ read }) => read.kind);
  expect(written).toEqual(["step-two", "update"]);
  expect(messageSamples.filter(({ bytes }) => isAnswerMessage(bytes))).toHaveLength(1);
});

test("[SY-16] 44xx ends for good, 45xx comes back", () => {
  for (const code of Object.values(closeCodes)) expect(isFinalClose(code)).toBe(code >= 4400 && code < 4500);
  expect(isFinalClose(1006)).toBe(false);
});

test("the wire is the one that was decided on", async () => {
  const wire = {
    subprotocol,
    frameKinds,
    messageTypes,
    syncKinds,
    closeCodes,
    words: [refusalFates, refusalReasons, readOnlyReasons],
    samples: [clientSamples, serverSamples, messageSamples].map((of) => of.map(({ bytes }) => hex(bytes))),
  };
  expect(await sha256Hex(canonicalJson(wire))).toBe(protocolHash);
});
