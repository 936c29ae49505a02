import { type Audience, mayActOn, replyAudiences, type Role, type Sitter } from "@consilium/clinical";
import type { Thread } from "@consilium/workspace";

export interface Looker extends Sitter {
  readonly role: Role;
  /** Whether this seat may write layers at all now. */
  readonly mayWrite: boolean;
  /** Whether it may write the text that the thread is about. */
  readonly mayWriteTarget: boolean;
}

/** What a seat may do with a thread; what is not named here has no button. */
export interface ThreadRights {
  /** For whom a reply may be, the narrowest first; empty: no reply. */
  readonly replyTo: readonly Audience[];
  readonly resolve: boolean;
  readonly reopen: boolean;
  /** A reply that is the answer to a question. */
  readonly answer: boolean;
  readonly accept: boolean;
  readonly decline: boolean;
  /** Its first words are this seat's own. */
  readonly change: boolean;
}

export interface ThreadFactsAround {
  readonly by: Sitter | undefined;
  readonly authors: readonly string[];
  readonly writers: readonly string[];
}

export function threadRights(thread: Thread, around: ThreadFactsAround, looker: Looker): ThreadRights {
  const facts = { kind: thread.kind, ...around };
  const isOpen = thread.state.is === "open";
  const { mayWrite, mayWriteTarget, role } = looker;
  // An operation counts only in a layer of the root's own audience.
  const mayOperate = mayWrite && replyAudiences(role, thread.audience).includes(thread.audience);
  const may = (act: Parameters<typeof mayActOn>[0]) => mayOperate && mayActOn(act, facts, looker);
  return {
    replyTo: mayWrite ? replyAudiences(role, thread.audience) : [],
    resolve: isOpen && thread.kind !== "suggestion" && may("resolve"),
    reopen: !isOpen && thread.state.is !== "accepted" && may("reopen"),
    answer: isOpen && may("answer"),
    accept: isOpen && thread.kind === "suggestion" && mayWriteTarget,
    decline: isOpen && thread.kind === "suggestion" && may("decline"),
    change: mayWrite && thread.by === looker.id && thread.state.is !== "accepted",
  };
}
