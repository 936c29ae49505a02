import { expect, test } from "vitest";
import type { Seat } from "../identity/seat.ts";
import { partyOf } from "./party.ts";

const now = new Date("2026-11-30T10:00:00Z");
const seat = (parts: Partial<Seat>): Seat => ({
  id: "seat",
  organisationId: "organisation",
  caseId: "case",
  personId: "person",
  role: "patient",
  mode: null,
  scopes: [],
  from: new Date("2026-11-01T00:00:00Z"),
  to: null,
  revealedAt: null,
  ...parts,
});

test.for([
  ["a referring clinician", { role: "referrer" }, "host"],
  ["the care team", { role: "care-team" }, "host"],
  ["a specialist who writes", { role: "specialist", mode: "author" }, "host"],
  ["a specialist who has revealed", { role: "specialist", mode: "blind", revealedAt: now }, "host"],
  ["a specialist who reads blind", { role: "specialist", mode: "blind" }, undefined],
  ["the patient", {}, "member"],
  ["a proxy who may meet", { role: "proxy", scopes: ["meet"] }, "member"],
  ["a proxy who may not", { role: "proxy", scopes: ["read", "ask"] }, undefined],
  ["whoever coordinates", { role: "coordinator" }, "member"],
  ["a guest", { role: "guest" }, "guest"],
  ["somebody whose seat has ended", { role: "referrer", to: now }, undefined],
] as const)("%s comes as what they are", ([, parts, party]) => {
  expect(partyOf(seat(parts), now)).toBe(party);
});
