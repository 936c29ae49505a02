import type { IncomingMessage } from "node:http";
import { seatsOfPerson } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { CloseReason } from "@consilium/workspace";
import type { Visitor } from "@consilium/workspace-server";
import { chooseSeat } from "../api/enter-case.ts";
import type { WhoComes } from "../conference/who-comes.ts";
import type { Services } from "../services.ts";

/** Who stands at a socket's door, in which seat of which case; else the reason with which it is closed (SY-16). */
export async function recognize(
  services: Services,
  whoComes: WhoComes,
  request: IncomingMessage,
  { caseId, seat }: { readonly caseId: string; readonly seat: string | undefined },
): Promise<Result<Visitor, CloseReason>> {
  const signedIn = await whoComes(new Headers({ cookie: request.headers.cookie ?? "" }), caseId);
  if (!signedIn) return refuse("session-ended");
  const { sessionId: session, personId: person, name, expires } = signedIn;
  const seats = await seatsOfPerson(services.open.database, person, caseId);
  const chosen = chooseSeat(seats, seat, services.now());
  if (chosen.ok) return ok({ session, person, seat: chosen.value.id, name, caseId, expires });
  return refuse(chosen.reason === "no-such-case" ? "unknown-case" : chosen.reason);
}
