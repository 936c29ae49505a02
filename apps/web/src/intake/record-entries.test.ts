import { expect, test } from "vitest";
import type { CaseRecord } from "../record/record-query.ts";
import { testRecord } from "../record/testing-records.ts";
import { recordEntriesOf } from "./record-entries.ts";

type ListKind = "problems" | "procedures" | "medicines" | "allergies" | "immunizations" | "plans";

const plain = { codings: [], status: null, from: null, to: null, note: null, detail: null };

/** A list of the records whose entries say no more than is given. */
const listOf = (kind: ListKind, ...entries: readonly Record<string, unknown>[]): CaseRecord => {
  const filled = entries.map((entry, at) => ({ ...plain, id: `e${at + 1}`, ...entry }));
  const record = { ...testRecord("r1", "plans", { entries: [] }), kind, content: { entries: filled } };
  const sent: CaseRecord = JSON.parse(
    JSON.stringify({ ...record, added: "2026-11-20T10:00:00.000Z", by: "s1", replaces: [] }),
  );
  return sent;
};
const titlesIn = (record: CaseRecord) =>
  Object.values(recordEntriesOf([record])).flatMap((entries) => entries.map(({ title }) => title));

test("each list is asked about with what its entries say", () => {
  const records = [
    listOf("problems", { title: "Asthma", status: "active", from: "2011-05-02" }),
    listOf("medicines", { title: "Ramipril", dose: "5 mg daily", from: "2020" }),
    listOf("allergies", { title: "Penicillin", reactions: [{ text: "rash" }, { text: "swelling" }] }),
    listOf("immunizations", { title: "Tetanus" }),
  ];
  const nothing = { dose: null, from: null, reaction: null };
  expect(recordEntriesOf(records)).toEqual({
    problems: [{ ...nothing, source: "r1/e1", title: "Asthma", from: "2011-05-02" }],
    procedures: [],
    medicines: [{ ...nothing, source: "r1/e1", title: "Ramipril", dose: "5 mg daily", from: "2020" }],
    allergies: [{ ...nothing, source: "r1/e1", title: "Penicillin", reaction: "rash, swelling" }],
  });
});

test("an operation that was recorded with its beginning and its end is asked about", () => {
  const operation = { title: "Laminectomy", status: "completed" };
  const { procedures } = recordEntriesOf([
    listOf(
      "procedures",
      { ...operation, from: "2026-01-12T08:00:00Z", to: "2026-01-12T10:30:00Z" },
      { ...operation, title: "Fusion", to: "2026-02" },
    ),
  ]);
  expect(procedures?.map(({ title, from }) => [title, from])).toEqual([
    ["Laminectomy", "2026-01-12"],
    ["Fusion", "2026-02"],
  ]);
});

test("an end closes problems and medicines, and no allergy", () => {
  const ended = { title: "Ended", from: "2010", to: "2012" };
  expect(titlesIn(listOf("problems", ended, { title: "Goes on", from: "2010" }))).toEqual(["Goes on"]);
  expect(titlesIn(listOf("medicines", ended, { title: "Goes on", from: "2010" }))).toEqual(["Goes on"]);
  expect(titlesIn(listOf("allergies", ended))).toEqual(["Ended"]);
});

test("what is over by its status, or denied, is not asked about", () => {
  const over = ["resolved", "inactive", "remission", "stopped", "entered-in-error"];
  const entries = [...over, "not-done", "not-taken", "active"].map((status) => ({ title: status, status }));
  for (const kind of ["problems", "procedures", "medicines", "allergies"] as const)
    expect(titlesIn(listOf(kind, ...entries))).toEqual(["active"]);
  expect(titlesIn(listOf("problems", { title: "Ruled out: gout", certainty: "refuted" }))).toEqual([]);
});

test("each is asked about once by its name, and of a long list forty", () => {
  expect(titlesIn(listOf("problems", { title: "Asthma" }, { title: "asthma" }, { title: " " }))).toEqual([
    "Asthma",
  ]);
  const many = Array.from({ length: 50 }, (_, at) => ({ title: `Visit ${at}` }));
  expect(titlesIn(listOf("procedures", ...many))).toHaveLength(40);
});
