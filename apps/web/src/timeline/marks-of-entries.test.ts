import { timelineOf } from "@consilium/clinical";
import { type Anchor, makeRecordTextAnchor, type Thread } from "@consilium/workspace";
import { expect, test } from "vitest";
import { openRecord } from "../record/record-places.ts";
import { imageOn, study, testRecord } from "../record/testing-records.ts";
import { threadWith } from "../thread/testing-thread.ts";
import { marksOfEntries } from "./marks-of-entries.ts";

const [problems, ct] = ["01K00000000000000000000001", "01K00000000000000000000002"];
const sha256 = "a".repeat(64);
const problem = (id: string, title: string) => ({
  id,
  title,
  codings: [],
  status: "active",
  from: "2016",
  to: null,
  note: null,
  detail: null,
  certainty: null,
  severity: null,
});
const list = testRecord(problems, "problems", {
  entries: [problem("p1", "Hypertension"), problem("p2", "Gout")],
});
const opened = [openRecord(list, sha256), openRecord(study(ct), sha256, ["old"])];
const { dated } = timelineOf(opened.map(({ filed }) => filed));

const quoted = (exact: string): Anchor => {
  const record = openRecord(list, sha256);
  const start = record.text.indexOf(exact);
  const made = makeRecordTextAnchor(record, start, start + exact.length);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
};

const about = (anchor: Anchor): Thread => threadWith({ anchor });

test("a mark counts on the entry whose words it speaks of, and on no other one of the list", () => {
  const counts = marksOfEntries(dated, opened, [about(quoted("Gout")), about(quoted("Gout"))]);
  expect([...counts]).toEqual([[`${problems}/p2`, 2]]);
});

test("a mark on a picture counts on its study, also under the id that the study had before", () => {
  const counts = marksOfEntries(dated, opened, [
    about(imageOn(ct, "1.2.3", "1.2.3.1")),
    about(imageOn("old", "1.2.3", "1.2.3.1")),
  ]);
  expect([...counts]).toEqual([[ct, 2]]);
});

test("what is resolved, lost, or about a record that is not here counts nowhere", () => {
  const otherWords = openRecord(
    testRecord(problems, "problems", { entries: [problem("p1", "Hypertension")] }),
    "b".repeat(64),
  );
  const counts = marksOfEntries(
    dated,
    [otherWords, ...opened.slice(1)],
    [
      threadWith({
        anchor: quoted("Hypertension"),
        state: { is: "resolved", by: "specialist", at: "2026-11-24T08:00:00.000Z" },
      }),
      about(imageOn("gone", "1.2.3", "1.2.3.1")),
      about(quoted("Gout")),
    ],
  );
  expect([...counts]).toEqual([]);
});
