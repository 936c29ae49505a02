import { expect, test } from "vitest";
import { threadWith } from "./testing-thread.ts";
import { threadRights } from "./thread-rights.ts";

const around = {
  by: { id: "patient", role: "patient" },
  authors: ["author"],
  writers: ["author"],
} as const;
const looker = (id: string, role: "patient" | "referrer" | "specialist" | "coordinator") => ({
  id,
  role,
  mayWrite: true,
  mayWriteTarget: id === "author",
});

test("a patient's question is answered by a clinician and resolved by the patient alone", () => {
  const question = threadWith({ kind: "question", by: "patient" });
  expect(threadRights(question, around, looker("author", "specialist"))).toMatchObject({
    answer: true,
    resolve: false,
  });
  expect(threadRights(question, around, looker("patient", "patient"))).toMatchObject({
    answer: false,
    resolve: true,
    change: true,
  });
});

test("whoever writes the text accepts and declines a suggestion; its author takes it back", () => {
  const suggestion = threadWith({ kind: "suggestion", by: "referrer", replacement: "21 mm" });
  const by = { ...around, by: { id: "referrer", role: "referrer" } } as const;
  expect(threadRights(suggestion, by, looker("author", "specialist"))).toMatchObject({
    accept: true,
    decline: true,
    change: false,
  });
  expect(threadRights(suggestion, by, looker("referrer", "referrer"))).toMatchObject({
    accept: false,
    decline: false,
    change: true,
  });
  const accepted = { ...suggestion, state: { is: "accepted" } } as const;
  expect(threadRights(accepted, by, looker("author", "specialist"))).toMatchObject({ accept: false });
  expect(threadRights(accepted, by, looker("referrer", "referrer"))).toMatchObject({ change: false });
});

test("a reply is offered for nobody who does not read the thread; an aside to clinicians stays one", () => {
  const aside = threadWith({ audience: "clinicians" });
  expect(threadRights(aside, around, looker("author", "specialist")).replyTo).toEqual([
    "private",
    "clinicians",
  ]);
  const open = threadWith({ audience: "everyone" });
  expect(threadRights(open, around, looker("patient", "patient")).replyTo).toEqual(["private", "everyone"]);
});

test("a seat that may not write layers now has nothing to press", () => {
  const mine = threadWith({ by: "author" });
  const by = { ...around, by: { id: "author", role: "specialist" } } as const;
  expect(threadRights(mine, by, { ...looker("author", "specialist"), mayWrite: false })).toMatchObject({
    replyTo: [],
    resolve: false,
    change: false,
  });
});
