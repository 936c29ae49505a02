import { isClinician } from "@consilium/clinical";
import { guestBehindSeat, openAttendances, seatsOfCases } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import type { CaseDetail } from "./case-schemas.ts";
import { describePeople } from "./describe-people.ts";

/** What the page of a conference needs of the case, and nothing of what it is about: who is in the conference, as what. */
export async function readCaseAsGuest(
  services: Services,
  { row, seat }: Visit,
): Promise<z.infer<typeof CaseDetail>> {
  const { database } = services.open;
  const conference = await guestBehindSeat(database, seat.id);
  const attended = conference === undefined ? [] : await openAttendances(database, conference);
  const isHere = new Set([seat.id, ...attended.map(({ seatId }) => seatId)]);
  const isIn = attended.some(({ seatId }) => seatId === seat.id);
  const seats = await seatsOfCases(database, [row.id]);
  // Before they are let in they know clinicians alone: their link may be in wrong hands.
  const here = seats.filter((one) => isHere.has(one.id) && (isIn || one.id === seat.id || isClinician(one)));
  return {
    ...nothing,
    id: row.id,
    state: row.state,
    tier: row.tier,
    seat: { id: seat.id, role: seat.role, mode: seat.mode, scopes: [...seat.scopes] },
    people: describePeople(here, seat, services.now()).map((person) => ({
      ...person,
      profession: null,
      workplace: null,
    })),
  };
}

const nothing = {
  number: "",
  specialty: "",
  title: "",
  interrupted: null,
  patient: { name: "", initials: "", born: null, sex: null },
  decision: null,
  decideBy: null,
  hearing: null,
  language: "",
  organisation: { name: "", zone: "UTC", phone: null, emergency: null, safety: null },
  clocks: [],
  lifecycle: [],
  questions: [],
  recordList: [],
  requests: [],
  withdrawn: [],
  inventory: [],
  opinions: [],
  documents: [],
  layers: [],
  shares: [],
  addenda: [],
  commands: [],
  lateDrafts: 0,
};
