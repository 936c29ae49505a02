import type { Evidence } from "@consilium/workspace";
import { expect, test } from "vitest";
import type { CaseRecord } from "../record/record-query.ts";
import { testRecord } from "../record/testing-records.ts";
import { recordOfLink } from "./record-of-link.ts";

const noteId = "01K00000000000000000000001";
const formerId = "01K00000000000000000000002";
const goneId = "01K00000000000000000000003";

const note: CaseRecord = {
  ...testRecord(noteId, "note", { blocks: [], pages: null }),
  kind: "note",
  content: { blocks: [], pages: null },
  replaces: [formerId],
  added: "2026-11-03T08:00:00.000Z",
  by: "01K0000000000000000000000S",
  request: null,
};

const linkTo = (record: string): Evidence => ({
  anchor: { kind: "record-place", record, place: "1" },
  label: "Ward note",
});

test("a link leads to its record, also under the id that it has now", () => {
  expect(recordOfLink(linkTo(noteId), [note])).toBe(noteId);
  expect(recordOfLink(linkTo(formerId), [note])).toBe(noteId);
});

test("a link leads nowhere where its record is not among those that this seat reads, or none are", () => {
  expect(recordOfLink(linkTo(goneId), [note])).toBeUndefined();
  expect(recordOfLink(linkTo(noteId), undefined)).toBeUndefined();
  expect(recordOfLink(undefined, [note])).toBeUndefined();
});
