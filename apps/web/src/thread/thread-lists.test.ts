import { expect, test } from "vitest";
import { messagesOf } from "./messages-of.ts";
import { replyBy, threadWith } from "./testing-thread.ts";
import { threadWay } from "./thread-way.ts";
import { stepFrom } from "./use-thread-keys.ts";
import { withOwn } from "./version-threads.ts";

test("own words are shown beside the server's threads until the server shows them itself, and once only", () => {
  const theirs = threadWith({ key: "a", id: "02" });
  const mine = threadWith({ key: "b", id: "01" });
  expect(withOwn([theirs], [mine])).toEqual([mine, theirs]);
  expect(withOwn([mine, theirs], [mine])).toEqual([mine, theirs]);
});

const isPatients = (seat: string) => seat === "patient";

test("messages are what the patient's side began or took part in, the newest word first", () => {
  const asked = threadWith({ key: "a", by: "patient", kind: "question", created: "2026-11-20T10:00:00Z" });
  const answered = threadWith({
    key: "b",
    by: "doctor",
    created: "2026-11-19T10:00:00Z",
    replies: [replyBy("patient", "2026-11-22T10:00:00Z")],
  });
  const foreign = threadWith({ key: "c", by: "doctor" });
  expect(messagesOf([asked, answered, foreign], isPatients)).toEqual([answered, asked]);
});

test("the keys go round from the last thread to the first, and begin at the nearer end", () => {
  expect(stepFrom(["a", "b", "c"], "c", 1)).toBe("a");
  expect(stepFrom(["a", "b", "c"], "a", -1)).toBe("c");
  expect(stepFrom(["a", "b"], undefined, -1)).toBe("b");
  expect(stepFrom(["a", "b"], "gone", 1)).toBe("a");
  expect(stepFrom([], "a", 1)).toBeUndefined();
});

test("the address of a thread leads to the section or the record that it speaks of", () => {
  const observation = { kind: "observation", record: "R1", observation: "cea" } as const;
  expect(threadWay("records", observation)).toEqual({
    to: "/cases/$caseId/records/$recordId",
    recordId: "R1",
  });
  expect(threadWay("opinion.O1", undefined)).toEqual({
    to: "/cases/$caseId/opinion/$section",
    section: "question",
  });
});
