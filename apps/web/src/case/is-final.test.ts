import { expect, test } from "vitest";
import type { CaseDetail, OpinionSummary } from "./case-api.ts";
import { isFinal } from "./is-final.ts";

const opinion = (id: string, state: OpinionSummary["state"]): OpinionSummary => ({
  id,
  lead: true,
  state,
  authors: [],
  signedAt: null,
  digest: null,
  read: "live",
  write: false,
  version: null,
  newerBeingWritten: false,
});

const facts = (state: CaseDetail["state"]) => ({
  state,
  interrupted: null,
  opinions: [opinion("two", "draft"), opinion("one", "signed"), opinion("blind", "locked")],
});

test("a signed opinion and a blind read that is finished are final, the draft of a correction is not", () => {
  const names = ["opinion.one", "opinion.blind", "opinion.two", "workpad.one", "story"];
  expect(names.filter((name) => isFinal(facts("in-review"), name))).toEqual(["opinion.one", "opinion.blind"]);
});

test("in a closed case every text is final, in a paused one none by that alone", () => {
  expect(isFinal(facts("closed"), "story")).toBe(true);
  expect(isFinal({ ...facts("paused"), interrupted: "in-review" }, "opinion.two")).toBe(false);
});
