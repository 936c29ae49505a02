import {
  type CaseFacts,
  isInAudience,
  isPatientSide,
  type Role,
  type Seat,
  targetAccess,
} from "@consilium/clinical";
import type { Thread } from "@consilium/workspace";

/** A thread that somebody is told of, and by which of its entries. */
export interface ThreadTelling {
  readonly kind: "thread-asked" | "thread-answered";
  /** The root. */
  readonly thread: string;
  /** What was written: told once. */
  readonly entry: string;
  readonly seats: readonly string[];
}

/** An author's clock may be wrong, and an old layer may be written again: what is older is no news. */
const longest = 24 * 3_600_000;

export interface LookedAt {
  /** As whoever wrote may see them. */
  readonly threads: readonly Thread[];
  readonly writer: Seat;
  readonly seats: readonly Seat[];
  readonly facts: CaseFacts;
  readonly now: Date;
}

/**
 * Whom what one seat wrote lately concerns: of a question on an opinion its authors; of one elsewhere in the case those who write its
 * opinions, who refers it, and, on the story, the patient whose it is; of a reply whoever began the thread and whoever wrote in it
 * before. Only who may read it: a note to clinicians leaves no trace for others.
 */
export function threadsToTell(looked: LookedAt): readonly ThreadTelling[] {
  return looked.threads.flatMap((thread) => [...asked(thread, looked), ...answered(thread, looked)]);
}

function asked(thread: Thread, looked: LookedAt): readonly ThreadTelling[] {
  const { writer } = looked;
  if (thread.kind !== "question" || thread.by !== writer.id || !isNews(thread, looked)) return [];
  const seats = readersAmong(concernedBy(thread, looked), thread, thread.audience, looked);
  return seats.length > 0 ? [{ kind: "thread-asked", thread: thread.id, entry: thread.id, seats }] : [];
}

/** Besides those who write the opinions: the text's own people, or who knows where a record is from. */
const rolesAsked: Readonly<Record<string, readonly Role[]>> = {
  story: ["referrer", "patient", "proxy"],
  referral: ["referrer"],
  records: ["referrer"],
};

function concernedBy({ target }: Thread, { facts, seats }: LookedAt): readonly string[] {
  const opinion = facts.opinions.find(({ id }) => target === `opinion.${id}`);
  if (opinion) return opinion.authors;
  const roles = rolesAsked[target];
  if (!roles) return [];
  const writers = facts.opinions.flatMap(({ state, authors }) => (state === "abandoned" ? [] : authors));
  return [...writers, ...seats.filter(({ role }) => roles.includes(role)).map(({ id }) => id)];
}

function answered(thread: Thread, looked: LookedAt): readonly ThreadTelling[] {
  const { replies, by } = thread;
  return replies.flatMap((reply, at) => {
    if (reply.by !== looked.writer.id || reply.body.trim() === "" || !isNews(reply, looked)) return [];
    const concerned = [by, ...replies.slice(0, at).map((earlier) => earlier.by)];
    const seats = readersAmong(concerned, thread, reply.audience, looked);
    return seats.length > 0
      ? [{ kind: "thread-answered" as const, thread: thread.id, entry: reply.id, seats }]
      : [];
  });
}

function isNews({ created }: { readonly created: string }, { now }: LookedAt): boolean {
  const age = now.getTime() - Date.parse(created);
  return Math.abs(age) < longest;
}

/** Those of these seats, but for whoever wrote it, that may read the thread and what was written in it. */
function readersAmong(
  ids: readonly string[],
  { target }: Thread,
  audience: Thread["audience"],
  { writer, seats, facts, now }: LookedAt,
): readonly string[] {
  return [...new Set(ids)].filter((id) => {
    const seat = seats.find((known) => known.id === id);
    if (!seat || seat.personId === writer.personId) return false;
    const isBlind = seat.mode === "blind" && seat.revealedAt === null;
    const mayHear =
      isInAudience(audience, seat, writer.id) && targetAccess(target, seat, facts, now) !== "no";
    return mayHear && !isBlind && hears(seat);
  });
}

/** A proxy is told of threads where the patient lets them ask. */
const hears = (seat: Seat): boolean =>
  !isPatientSide(seat) || seat.role === "patient" || seat.scopes.includes("ask");
