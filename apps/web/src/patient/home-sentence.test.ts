import { expect, test } from "vitest";
import { wayOf } from "./case-way.ts";
import { homeLede, homeSentence } from "./home-sentence.ts";
import { spokenName } from "./patient-names.ts";

const now = new Date("2026-11-24T10:00:00Z");
const clock = (kind: "opinion" | "records", due: string, state: "running" | "met" = "running") => ({
  id: "01KDVDNA00TN9P6MHT5FWG4VEP",
  kind,
  state,
  from: "2026-11-20T08:00:00Z",
  due,
  met: state === "met" ? "2026-11-20T08:00:00Z" : null,
  zone: "Europe/Stockholm",
  pausedReason: null,
});
const opinion = {
  id: "01KDVDNA00TN9P6MHT5FWG4VEP",
  lead: true,
  state: "draft" as const,
  authors: [],
  signedAt: null,
  digest: null,
  read: "version" as const,
  write: false,
  version: 1,
  newerBeingWritten: false,
};
const inReview = {
  state: "in-review" as const,
  interrupted: null,
  opinions: [],
  clocks: [clock("opinion", "2026-11-26T16:00:00Z"), clock("records", "2026-11-20T16:00:00Z", "met")],
  lifecycle: [],
};

test("while it is written the home says who writes and by when; once shared, that it can be read", () => {
  expect(homeSentence(inReview, 2)).toBe("in-review");
  expect(homeSentence(inReview, 0)).toBe("nobody");
  expect(homeLede(inReview, now)).toEqual({ say: "by-day", due: new Date("2026-11-26T16:00:00Z") });
  const shared = { ...inReview, opinions: [opinion] };
  expect(homeSentence(shared, 2)).toBe("shared");
  expect(homeLede(shared, now)).toEqual({ say: "here" });
});

test("of a closed case the home says what can still be read, not that one can ask", () => {
  expect(homeLede({ ...inReview, state: "closed", opinions: [opinion] }, now)).toEqual({ say: "over" });
});

test("a date that has passed is called late, not promised again", () => {
  const late = { ...inReview, clocks: [clock("opinion", "2026-11-23T16:00:00Z")] };
  expect(homeLede(late, now)).toMatchObject({ say: "late" });
});

test("a signed opinion that is not given yet is not called here", () => {
  expect(homeSentence({ ...inReview, state: "signed" }, 1)).toBe("signed");
  expect(homeSentence({ ...inReview, state: "signed", opinions: [opinion] }, 1)).toBe("delivered");
});

const states = (way: ReturnType<typeof wayOf>) => way.map(({ state }) => state);

test("the way has exactly one step that happens now, also behind a pause", () => {
  expect(states(wayOf(inReview))).toEqual(["done", "done", "now", "ahead", "ahead"]);
  expect(states(wayOf({ ...inReview, state: "paused", interrupted: "gathering-records" }))).toEqual([
    "done",
    "now",
    "ahead",
    "ahead",
    "ahead",
  ]);
  expect(states(wayOf({ ...inReview, state: "closed" }))).toEqual(["done", "done", "done", "done", "done"]);
});

test("doctors are called by their title and last name, others by their whole name", () => {
  expect(spokenName("Dr Ingrid Hallström")).toBe("Dr Hallström");
  expect(spokenName("Joana Sequeira")).toBe("Joana Sequeira");
});
