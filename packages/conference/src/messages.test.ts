import { assert, json, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf, longestMessage, readRequest } from "./read-request.ts";
import { readTold } from "./read-told.ts";

const seat = "01KDVDNA00TN9P6MHT5FWG4VEP";
const sent = (method: string, data: unknown, id: unknown = "1") => JSON.stringify({ id, method, data });

describe("what a page asks", () => {
  test("is read as what it says", () => {
    expect(readRequest(sent("admit", { seat }))).toEqual({
      ok: true,
      value: { id: "1", method: "admit", input: { seat } },
    });
    // Whoever says nothing with it may leave it out.
    expect(readRequest(JSON.stringify({ id: "2", method: "leave" }))).toMatchObject({ ok: true });
    expect(readRequest(sent("join", { version: 1 }))).toMatchObject({ ok: true });
  });

  test.for([
    ["no JSON", "{", null],
    ["no object", "7", null],
    ["null", "null", null],
    ["no id", sent("leave", {}, 7), null],
    ["an id that is too long", sent("leave", {}, "x".repeat(65)), null],
    ["a name that there is not", sent("toString", {}), "1"],
    ["a seat that is none", sent("admit", { seat: "../../etc" }), "1"],
    ["a layer that there is not", sent("setLayers", { consumer: "c", spatial: 3, temporal: 0 }), "1"],
    [
      "a stream without codecs",
      sent("produce", { transport: "t", kind: "video", source: "camera", rtpParameters: { codecs: [] } }),
      "1",
    ],
    [
      "a source that there is not",
      sent("produce", { transport: "t", kind: "video", source: "window", rtpParameters: {} }),
      "1",
    ],
    ["more than may be said", sent("leave", { x: "x".repeat(longestMessage) }), null],
  ] as const)("with %s is refused, and says to which request that belongs where it can", ([, text, id]) => {
    expect(readRequest(text)).toEqual({ ok: false, id, reason: "malformed" });
  });

  test("of another version is told so", () => {
    expect(readRequest(sent("join", { version: 2 }))).toEqual({
      ok: false,
      id: "1",
      reason: "other-version",
    });
  });

  test("never throws, whatever came", () => {
    assert(
      property(oneof(string(), json()), (text) => {
        expect(readRequest(text).ok).toBe(false);
      }),
    );
  });

  test("has a kind of its own for each name", () => {
    expect(kindOf("consume").method).toBe("consume");
  });
});

describe("what the server says", () => {
  test("is an answer, or a notice that the page knows, or nothing", () => {
    expect(readTold(JSON.stringify({ id: "1", ok: true, data: {} }))).toMatchObject({ is: "answer" });
    expect(readTold(JSON.stringify({ id: "1", ok: false, reason: "no-right" }))).toMatchObject({
      answer: { ok: false, reason: "no-right" },
    });
    expect(readTold(JSON.stringify({ method: "moved", data: { generation: 2 } }))).toEqual({
      is: "notice",
      notice: { method: "moved", data: { generation: 2 } },
    });
    expect(readTold(JSON.stringify({ method: "moved", data: {} }))).toBeUndefined();
    expect(readTold(JSON.stringify({ method: "of a newer server", data: {} }))).toBeUndefined();
  });
});
