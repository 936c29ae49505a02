import { isToCome, mayBeInvited } from "@consilium/clinical";
import {
  conferencesOfCase,
  createDocument,
  documentId,
  insertConference,
  insertInvitations,
  seatsOfCases,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { conferenceLimits } from "./conference-limits.ts";

export interface CalledConference {
  /** Null: now. */
  readonly startsAt: Date | null;
  readonly minutes: number;
  /** Seats. */
  readonly invited: readonly string[];
}

type Called = Result<Done<{ readonly conference: string }>, RefusalReason>;

/** A conference on a case, at a time or now; those who are asked to come are told. */
export const callConference = (services: Services, commander: Commander, called: CalledConference) =>
  runCommand(
    services,
    commander,
    { command: "call a conference, invite to it", changesRights: false },
    (scope) => call(services, scope, called),
  );

async function call(
  { createId }: Services,
  scope: Scope,
  { startsAt: wanted, minutes, invited }: CalledConference,
): Promise<Called> {
  const { transaction, row, seat, at } = scope;
  const startsAt = wanted ?? at;
  const problem = faultOfTime(startsAt, at);
  if (problem) return refuse(problem);
  const others = await conferencesOfCase(transaction, row.id);
  if (others.filter(isToCome).length >= conferenceLimits.toCome) return refuse("too-many");
  const asked = await whoMayCome(scope, invited);
  if (!asked) return refuse("no-such-seat");
  const id = createId();
  const of = { id, organisationId: row.organisationId, caseId: row.id };
  const name = `conference.${id}`;
  await createDocument(transaction, { document: documentId(row.id, name) });
  await insertConference(transaction, { ...of, calledBy: seat.id, calledAt: at, startsAt, minutes });
  await insertInvitations(transaction, of, asked, at);
  await scope.notify({ kind: "conference-called", subject: id, seats: asked });
  return ok({
    value: { conference: id },
    act: "conference.called",
    subject: id,
    body: { startsAt: startsAt.toISOString(), minutes, invited: asked },
    documents: [name],
  });
}

/** A little late is now; what is too far off is a slip of the pen. */
export function faultOfTime(startsAt: Date, at: Date): "in-the-past" | "too-far-off" | undefined {
  const ahead = startsAt.getTime() - at.getTime();
  if (ahead < -conferenceLimits.late) return "in-the-past";
  return ahead > conferenceLimits.ahead ? "too-far-off" : undefined;
}

/** Those seats, each once. Undefined: one of them does not come to a conference of this case. */
export async function whoMayCome(
  { transaction, row, at }: Scope,
  seats: readonly string[],
): Promise<readonly string[] | undefined> {
  const all = new Map((await seatsOfCases(transaction, [row.id])).map((seat) => [seat.id, seat]));
  const asked = [...new Set(seats)];
  const mayCome = asked.every((id) => {
    const seat = all.get(id);
    return seat !== undefined && mayBeInvited(seat, at);
  });
  return mayCome ? asked : undefined;
}
