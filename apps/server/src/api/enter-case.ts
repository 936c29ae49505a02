import { isSeated, type Seat } from "@consilium/clinical";
import { findCase, readCaseFacts, seatsOfPerson } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { createMiddleware } from "hono/factory";
import { isGuestsWay } from "../conference/guest-ways.ts";
import type { WhoComes } from "../conference/who-comes.ts";
import type { SignedIn } from "../identity/create-identity.ts";
import type { Services } from "../services.ts";
import type { ApiEnvironment, SessionReader, Visit } from "./api-context.ts";
import type { RefusalReason } from "./refusal.ts";
import { refused } from "./refused.ts";

export const seatHeader = "consilium-seat";

export const requireSession = (sessionOf: SessionReader) =>
  createMiddleware<ApiEnvironment>(async (c, next) => {
    const signedIn = await sessionOf(c.req.raw.headers);
    if (!signedIn) return refused(c, "signed-out");
    c.set("signedIn", signedIn);
    return next();
  });

/** For cases: a guest comes by the device that opened their link, and to their own case alone. */
export const requireVisitor = (whoComes: WhoComes) =>
  createMiddleware<ApiEnvironment>(async (c, next) => {
    const [, caseId = ""] = /\/cases\/([^/]+)/.exec(c.req.path) ?? [];
    const signedIn = await whoComes(c.req.raw.headers, caseId);
    if (!signedIn) return refused(c, "signed-out");
    c.set("signedIn", signedIn);
    return next();
  });

/** For every route below `/cases/:caseId`: who may not enter gets the same answer whether the case is there or not. */
export const requireSeat = (services: Services) =>
  createMiddleware<ApiEnvironment>(async (c, next) => {
    const caseId = c.req.param("caseId") ?? "";
    const wanted = c.req.header(seatHeader) ?? c.req.query("seat");
    const visit = await enterCase(services, c.get("signedIn"), caseId, wanted);
    if (!visit.ok) return refused(c, visit.reason);
    const isGuest = visit.value.seat.role === "guest";
    if (isGuest && !isGuestsWay(c.req.method, c.req.path)) return refused(c, "no-right");
    c.set("visit", visit.value);
    return next();
  });

export async function enterCase(
  services: Services,
  signedIn: Pick<SignedIn, "personId">,
  caseId: string,
  wanted: string | undefined,
): Promise<Result<Visit, RefusalReason>> {
  const seated = await takeSeat(services, signedIn, caseId, wanted);
  if (!seated.ok) return seated;
  const facts = await readCaseFacts(services.open.database, seated.value.row);
  return ok({ ...seated.value, facts });
}

export type Seated = Omit<Visit, "facts">;

/** In a case as it stands, for what asks nothing of its opinions: thousands of pieces of files come in a minute. */
export async function takeSeat(
  services: Services,
  { personId }: Pick<SignedIn, "personId">,
  caseId: string,
  wanted: string | undefined,
): Promise<Result<Seated, RefusalReason>> {
  const { database } = services.open;
  const chosen = chooseSeat(await seatsOfPerson(database, personId, caseId), wanted, services.now());
  if (!chosen.ok) return chosen;
  const row = await findCase(database, caseId);
  if (!row?.wrappedKey) return refuse("no-such-case");
  const key = await services.keys.of(caseId);
  return ok({ seat: chosen.value, row, key });
}

/** Rights of two seats are never merged: whoever has two says in which one they come. */
export function chooseSeat(
  seats: readonly Seat[],
  wanted: string | undefined,
  now: Date,
): Result<Seat, "no-such-case" | "seat-ended" | "choose-seat" | "no-right"> {
  if (seats.length === 0) return refuse("no-such-case");
  const open = seats.filter((seat) => isSeated(seat, now));
  const [first, second] = open;
  if (!first) return refuse("seat-ended");
  if (wanted !== undefined) {
    const named = open.find(({ id }) => id === wanted);
    if (named) return ok(named);
    return refuse(seats.some(({ id }) => id === wanted) ? "seat-ended" : "no-right");
  }
  return second ? refuse("choose-seat") : ok(first);
}
