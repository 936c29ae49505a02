import { boardColumns, caseStates, clockKinds, doNowKinds, tiers } from "@consilium/clinical";
import { z } from "@hono/zod-openapi";
import { Clock, Instant, NextConference, OwnSeat, Patient, SeatPerson, Ulid } from "../case/case-schemas.ts";

export const DoNowAnswer = z
  .object({
    what: z.enum(doNowKinds),
    /** `soon`: within two days. */
    severity: z.enum(["late", "soon"]),
    at: Instant,
    clock: z.enum(clockKinds).nullable(),
    /** The request, offer, report, wish for a visit or delivery that it is about. */
    about: Ulid.nullable(),
    /** What was asked for, whom an offer asked, or who has not said that they know of a change. */
    name: z.string().nullable(),
    /** How many files, or people. */
    count: z.int().nullable(),
  })
  .openapi("DoNow");

export const BoardItem = z
  .object({
    id: Ulid,
    number: z.string(),
    title: z.string(),
    specialty: z.string(),
    tier: z.enum(tiers),
    state: z.enum(caseStates),
    interrupted: z.enum(caseStates).nullable(),
    column: z.enum(boardColumns),
    patient: Patient,
    clocks: z.array(Clock),
    people: z.array(SeatPerson),
    /** The coordinator's seat of whoever asks. */
    seats: z.array(OwnSeat),
    /** Records asked for, and those of them that have not come. */
    asked: z.int(),
    missing: z.int(),
    /** Names of those whose answer to an offer is awaited. */
    offered: z.array(z.string()),
    hasAuthor: z.boolean(),
    /** The current report: when it was signed and whether patient and treating side have opened it. */
    report: z.object({ id: Ulid, openedByPatient: z.boolean(), openedByTreating: z.boolean() }).nullable(),
    /** Names of those who have read a report that no longer stands, and have not said that they know. */
    unaware: z.array(z.string()),
    conference: NextConference.nullable(),
    doNow: z.array(DoNowAnswer),
  })
  .openapi("BoardItem");

export const Board = z
  .object({
    items: z.array(BoardItem),
    /** More cases than one board takes: the oldest are left out. */
    isCut: z.boolean(),
  })
  .openapi("Board");
