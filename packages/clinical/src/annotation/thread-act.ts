import type { Seat } from "../identity/seat.ts";
import { isClinician, isPatientSide } from "../rights/columns.ts";

/** What changes a thread's state, beside accepting a suggestion, which is a command. */
export const threadActs = ["resolve", "reopen", "answer", "decline"] as const;
export type ThreadAct = (typeof threadActs)[number];

export type Sitter = Pick<Seat, "id" | "role">;

/** What the rule asks of a thread. */
export interface ThreadFacts {
  readonly kind: string;
  /** Who began it; undefined: nobody of this case. */
  readonly by: Sitter | undefined;
  /** Seats that write the case's opinion. */
  readonly authors: readonly string[];
  /** Seats that may write what the thread speaks of. */
  readonly writers: readonly string[];
}

/**
 * documents.md, section 5: the root's author and the opinion's authors resolve and reopen; a patient's question only the
 * patient, or an answer, which a clinician gives. Whoever may write the target declines a suggestion.
 */
export function mayActOn(
  act: ThreadAct,
  { kind, by, authors, writers }: ThreadFacts,
  actor: Sitter,
): boolean {
  const isPatients = kind === "question" && by !== undefined && isPatientSide(by);
  switch (act) {
    case "resolve":
    case "reopen":
      if (isPatients) return actor.id === by.id || actor.role === "patient";
      return actor.id === by?.id || authors.includes(actor.id);
    case "answer":
      return kind === "question" && actor.id !== by?.id && isClinician(actor);
    case "decline":
      return kind === "suggestion" && writers.includes(actor.id);
  }
}
