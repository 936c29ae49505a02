import type { IncomingMessage } from "node:http";
import { isOver, isToCome, partyOf } from "@consilium/clinical";
import type { Attending } from "@consilium/conference-server";
import {
  type ConferenceRow,
  findCase,
  findConference,
  guestBehindSeat,
  seatsOfPerson,
} from "@consilium/database";
import { isUlid, ok, refuse, type Result } from "@consilium/foundation";
import { chooseSeat } from "../../api/enter-case.ts";
import type { Services } from "../../services.ts";
import type { WhoComes } from "../who-comes.ts";
import type { DoorReason } from "./door-codes.ts";

/** Somebody at the door of a conference, who may come in. */
export interface Visitor {
  readonly conference: ConferenceRow;
  readonly person: Attending;
  readonly session: string;
  readonly expires: Date;
}

/** Undefined: no conference has this address. */
export function readConferenceAddress(
  text: string,
): { readonly id: string; readonly seat: string | undefined } | undefined {
  const url = URL.parse(text, "http://localhost");
  const [, door, id = "", ...rest] = url?.pathname.split("/") ?? [];
  if (!url || door !== "conference" || rest.length > 0) return undefined;
  return { id: isUlid(id) ? id : "", seat: url.searchParams.get("seat") ?? undefined };
}

/** By the same sessions, seats and rules as the workspace. */
export async function admitVisitor(
  services: Services,
  whoComes: WhoComes,
  request: IncomingMessage,
  address: { readonly id: string; readonly seat: string | undefined },
): Promise<Result<Visitor, DoorReason>> {
  const { database } = services.open;
  const conference = await findConference(database, address.id);
  if (!conference) return refuse("unknown");
  const headers = new Headers({ cookie: request.headers.cookie ?? "" });
  const signedIn = await whoComes(headers, conference.caseId, conference.id);
  if (!signedIn) return refuse("session-ended");
  const now = services.now();
  const seats = await seatsOfPerson(database, signedIn.personId, conference.caseId);
  const chosen = chooseSeat(seats, address.seat, now);
  if (!chosen.ok) return refuse(chosen.reason === "no-such-case" ? "unknown" : "no-right");
  const seat = chosen.value;
  const party = partyOf(seat, now);
  if (party === undefined) return refuse("no-right");
  if (party === "guest" && (await guestBehindSeat(database, seat.id)) !== conference.id)
    return refuse("unknown");
  const row = await findCase(database, conference.caseId);
  if (!row?.wrappedKey) return refuse("unknown");
  const isClosed = isOver({ state: row.state, interrupted: row.pausedFrom });
  if (!isToCome(conference) || isClosed) return refuse("ended");
  const person = { seat: seat.id, name: signedIn.name, party };
  return ok({ conference, person, session: signedIn.sessionId, expires: signedIn.expires });
}
