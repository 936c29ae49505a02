import { describe, expect, test } from "vitest";
import type { CaseFacts, ConferenceFacts, Share } from "../case/case-facts.ts";
import { type CaseState, caseStates } from "../case/case-state.ts";
import { parseDocumentName } from "../document/document-name.ts";
import type { Seat } from "../identity/seat.ts";
import { documentAccess, mayReadRecord, recordsAccess } from "./document-access.ts";

const now = new Date("2026-11-24T12:00:00Z");
const caseId = "01ARZ3NDEKTSV4RRFFQ69G5FAA";
const lead = "01ARZ3NDEKTSV4RRFFQ69G5FA1";
const blindRead = "01ARZ3NDEKTSV4RRFFQ69G5FA2";

const seat = (id: string, role: Seat["role"], more: Partial<Seat> = {}): Seat => ({
  id: `01ARZ3NDEKTSV4RRFFQ69G5F${id}`,
  organisationId: "organisation",
  caseId,
  personId: id,
  role,
  mode: null,
  scopes: [],
  from: new Date(0),
  to: null,
  revealedAt: null,
  ...more,
});

const patient = seat("P0", "patient");
const referrer = seat("R0", "referrer");
const author = seat("A0", "specialist", { mode: "author" });
const blind = seat("B0", "specialist", { mode: "blind" });
const coordinator = seat("C0", "coordinator");
const guest = seat("G0", "guest");
const proxy = seat("X0", "proxy", { scopes: ["read", "ask"] });
const everybody = [patient, referrer, author, blind, coordinator, guest, proxy];

const facts = (state: CaseState, more: Partial<CaseFacts> = {}): CaseFacts => ({
  id: caseId,
  organisationId: "organisation",
  state,
  interrupted: null,
  opinions: [
    { id: lead, lead: true, state: "draft", authors: [author.id] },
    { id: blindRead, lead: false, state: "draft", authors: [blind.id] },
  ],
  shares: [],
  addenda: [],
  conferences: [],
  ...more,
});

const share = (audience: Share["audience"], mode: Share["mode"]): Share => ({
  id: "share",
  opinionId: lead,
  audience,
  mode,
  version: mode === "version" ? 1 : null,
  fromSequence: 1,
  at: now,
});

function may(who: Seat, name: string, inCase: CaseFacts): string {
  const parsed = parseDocumentName(name);
  if (!parsed) throw new Error(`${name} is no document`);
  const { read, write } = documentAccess(parsed, who, inCase, now);
  return write ? "write" : read;
}

const draft = `opinion.${lead}`;
const onDraft = (owner: Seat, audience: string) => `layer.${owner.id}.${draft}.${audience}`;

describe("the draft opinion", () => {
  test("is its author's alone until it is shared", () => {
    const review = facts("in-review");
    expect(everybody.map((who) => may(who, draft, review))).toEqual([
      "no",
      "no",
      "write",
      "no",
      "no",
      "no",
      "no",
    ]);
  });

  test("shared as a version it never opens live", () => {
    const shared = facts("in-review", { shares: [share("patient", "version"), share("care-team", "live")] });
    expect([patient, referrer, coordinator].map((who) => may(who, draft, shared))).toEqual([
      "version",
      "live",
      "no",
    ]);
  });

  test("is nobody's to write once it is signed", () => {
    const signed = facts("signed", {
      opinions: [{ id: lead, lead: true, state: "signed", authors: [author.id] }],
    });
    expect(may(author, draft, signed)).toBe("live");
  });

  test("a blind specialist has their own read, and the others' only after the reveal", () => {
    const review = facts("in-review");
    expect([may(blind, draft, review), may(blind, `opinion.${blindRead}`, review)]).toEqual(["no", "write"]);
    const revealed = { ...blind, revealedAt: now };
    expect([may(revealed, draft, review), may(revealed, `opinion.${blindRead}`, review)]).toEqual([
      "live",
      "write",
    ]);
  });

  test("a proxy receives it only with that scope", () => {
    const shared = facts("in-review", { shares: [share("patient", "live")] });
    expect(may(proxy, draft, shared)).toBe("no");
    expect(may({ ...proxy, scopes: ["receive"] }, draft, shared)).toBe("live");
  });
});

describe("layers", () => {
  test("an aside to clinicians is not the patient's, not the coordinator's, not a guest's", () => {
    const shared = facts("in-review", { shares: [share("patient", "live"), share("care-team", "live")] });
    const aside = onDraft(referrer, "clinicians");
    expect([referrer, author, patient, coordinator, guest].map((who) => may(who, aside, shared))).toEqual([
      "write",
      "live",
      "no",
      "no",
      "no",
    ]);
    expect(may(patient, onDraft(patient, "clinicians"), shared)).toBe("no");
  });

  test("on an unshared draft the patient has none, not even their own", () => {
    expect(may(patient, onDraft(patient, "everyone"), facts("in-review"))).toBe("no");
  });

  test("whoever was given a version writes their own and reads nobody else's", () => {
    const shared = facts("in-review", { shares: [share("patient", "version")] });
    expect(may(patient, onDraft(patient, "everyone"), shared)).toBe("write");
    expect(may(patient, onDraft(author, "everyone"), shared)).toBe("no");
    expect(may(author, onDraft(patient, "everyone"), shared)).toBe("live");
  });

  test("private is the owner's alone", () => {
    const name = `layer.${author.id}.story.private`;
    expect([author, referrer, patient].map((who) => may(who, name, facts("in-review")))).toEqual([
      "write",
      "no",
      "no",
    ]);
  });
});

test("the story is written until it is submitted, also in a pause behind that", () => {
  expect(may(patient, "story", facts("draft"))).toBe("write");
  expect(may(patient, "story", facts("submitted"))).toBe("live");
  expect(may(patient, "story", facts("paused", { interrupted: "in-review" }))).toBe("live");
});

const names = ["story", "referral", draft, `workpad.${lead}`, onDraft(author, "everyone")];
const allOf = (state: CaseState) =>
  new Set(everybody.flatMap((who) => names.map((name) => may(who, name, facts(state)))));

test.for(["closed", "declined", "withdrawn"] as const)(
  "nobody writes anything in a case that is %s",
  (state) => {
    expect(allOf(state)).not.toContain("write");
    expect(allOf(state)).toContain("live");
  },
);

test("nobody reads anything of an erased case", () => {
  expect(allOf("erased")).toEqual(new Set(["no"]));
});

test.for(caseStates.filter((state) => !["erased"].includes(state)))(
  "no guest reads a document of a case that is %s",
  (state) => {
    expect(names.map((name) => may(guest, name, facts(state)))).toEqual(names.map(() => "no"));
  },
);

test("an ended seat, a seat to come and a seat of another case may do nothing", () => {
  const review = facts("in-review");
  const none = [
    { ...author, to: now },
    { ...author, from: new Date("2027-01-01") },
    { ...author, caseId: "01ARZ3NDEKTSV4RRFFQ69G5FAZ" },
  ];
  for (const who of none) {
    expect(may(who, draft, review)).toBe("no");
    expect(recordsAccess(who, review, now).read).toBe(false);
  }
});

test("a blind specialist's records are without those that tell the first opinion", () => {
  expect(recordsAccess(blind, facts("in-review"), now)).toEqual({
    read: true,
    add: false,
    withoutRevealing: true,
    presented: null,
  });
});

const mayRead = (who: Seat, at: CaseFacts, id = "scan") =>
  mayReadRecord(recordsAccess(who, at, now), { id, reveals: true });

describe("a guest", () => {
  const conference = { id: lead, live: true, shared: false, presented: "scan", guests: [guest.id] };
  const meeting = (more: Partial<ConferenceFacts>) =>
    facts("in-review", { conferences: [{ ...conference, ...more }] });
  test("who is in reads the one record that is shown, and nothing else", () => {
    expect(recordsAccess(guest, meeting({}), now)).toMatchObject({ read: false, add: false });
    expect([mayRead(guest, meeting({})), mayRead(guest, meeting({}), "other")]).toEqual([true, false]);
  });

  test("reads nothing before they are let in, once it is over, once their seat ended, or once something else is shown", () => {
    const over = { ...guest, to: now };
    for (const [who, at] of [
      [guest, meeting({ guests: [] })],
      [guest, meeting({ live: false })],
      [guest, meeting({ presented: null })],
      [guest, meeting({ presented: "letter" })],
      [over, meeting({})],
      [guest, facts("in-review")],
    ] as const)
      expect(mayRead(who, at)).toBe(false);
  });

  test("nobody else reads by that: a blind reader not what reveals, a proxy without the scope nothing", () => {
    expect(mayRead(blind, meeting({ guests: [blind.id] }))).toBe(false);
    expect(mayRead(author, meeting({}))).toBe(true);
    const meets = seat("Y0", "proxy", { scopes: ["meet"] });
    expect(mayRead(meets, meeting({ guests: [meets.id] }))).toBe(false);
  });
});
