import * as fc from "fast-check";
import { expect, test } from "vitest";
import { audiences } from "../document/document-name.ts";
import { roles } from "../identity/seat.ts";
import { audiencesFor, isWithin, replyAudiences } from "./audience.ts";
import { mayActOn, type ThreadFacts, threadActs } from "./thread-act.ts";

const patient = { id: "P", role: "patient" } as const;
const proxy = { id: "X", role: "proxy" } as const;
const author = { id: "A", role: "specialist" } as const;
const referrer = { id: "R", role: "referrer" } as const;

const thread = (kind: string, by: ThreadFacts["by"]): ThreadFacts => ({
  kind,
  by,
  authors: [author.id],
  writers: [author.id],
});

test("clinicians talk among themselves; the patient's side and the coordinator do not hear it; a guest hears nothing", () => {
  const hearing = roles.filter((role) => audiencesFor(role).includes("clinicians"));
  expect(hearing).toEqual(["referrer", "care-team", "specialist"]);
  expect(audiencesFor("patient")).toEqual(["private", "everyone"]);
  expect(audiencesFor("coordinator")).toEqual(["private", "everyone"]);
  expect(audiencesFor("guest")).toEqual([]);
});

test("a reply is offered to no more people than read its root", () => {
  fc.assert(
    fc.property(fc.constantFrom(...roles), fc.constantFrom(...audiences), (role, root) => {
      for (const audience of replyAudiences(role, root)) {
        expect(isWithin(audience, root)).toBe(true);
        expect(audiencesFor(role)).toContain(audience);
      }
    }),
  );
  expect(replyAudiences("specialist", "clinicians")).toEqual(["private", "clinicians"]);
  expect(replyAudiences("patient", "everyone")).toEqual(["private", "everyone"]);
});

test("a patient's question is closed by the patient, or answered by a clinician", () => {
  const question = thread("question", patient);
  expect(mayActOn("resolve", question, patient)).toBe(true);
  expect(mayActOn("resolve", question, author)).toBe(false);
  expect(mayActOn("reopen", question, author)).toBe(false);
  expect(mayActOn("answer", question, author)).toBe(true);
  expect(mayActOn("answer", question, referrer)).toBe(true);
  expect(mayActOn("answer", question, proxy)).toBe(false);
  expect(mayActOn("resolve", thread("question", proxy), patient)).toBe(true);
  expect(mayActOn("resolve", question, proxy)).toBe(false);
});

test("a comment is resolved by whoever began it and by the opinion's authors, a suggestion declined by its target's writers", () => {
  const comment = thread("comment", referrer);
  expect([referrer, author, patient].map((actor) => mayActOn("resolve", comment, actor))).toEqual([
    true,
    true,
    false,
  ]);
  expect(mayActOn("decline", thread("suggestion", referrer), author)).toBe(true);
  expect(mayActOn("decline", thread("suggestion", referrer), referrer)).toBe(false);
  expect(threadActs.some((act) => mayActOn(act, thread("comment", undefined), patient))).toBe(false);
});
