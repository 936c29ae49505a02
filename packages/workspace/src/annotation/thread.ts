import {
  type Audience,
  isWithin,
  type LayerName,
  type LayerTarget,
  mayActOn,
  type Sitter,
  type ThreadAct,
} from "@consilium/clinical";
import type { Anchor } from "./anchor.ts";
import type { Operation, Reply, Root, RootKind } from "./annotation.ts";

/** A root with what others wrote to it, as one reader may see it (documents.md, section 5). */
export interface Thread {
  /** Of this root in this layer: two layers may use one id. */
  readonly key: string;
  readonly id: string;
  readonly kind: RootKind;
  /** The seat that began it. */
  readonly by: string;
  readonly target: LayerTarget;
  readonly audience: Audience;
  /** Undefined: a place that this app does not know. */
  readonly anchor: Anchor | undefined;
  readonly body: string;
  readonly replacement: string | undefined;
  readonly created: string;
  /** In the order of their making. */
  readonly replies: readonly ThreadReply[];
  readonly state: ThreadState;
  /** The highest operation seen: the next one is `count + 1`. */
  readonly count: number;
}

export interface ThreadReply {
  readonly id: string;
  readonly by: string;
  readonly audience: Audience;
  readonly body: string;
  readonly act: ThreadAct | undefined;
  readonly created: string;
}

export type ThreadState =
  | { readonly is: "open" }
  | { readonly is: "accepted" }
  | { readonly is: "resolved" | "answered" | "declined"; readonly by: string; readonly at: string };

/** Who sits in the case, as far as the state of threads depends on it. */
export interface Parties {
  readonly seatOf: (id: string) => Sitter | undefined;
  /** Seats that write the opinion. */
  readonly authors: readonly string[];
  readonly writersOf: (target: LayerTarget) => readonly string[];
  /** Suggestions that stand in their target's `accepted`. */
  readonly isAccepted: (id: string) => boolean;
}

export interface Placed<Entry> {
  readonly layer: LayerName;
  readonly entry: Entry;
}

type OperationReply = Placed<Reply & { readonly op: Operation }>;

/** `replies` are those that the reader may read and that name this root's id. */
export function threadOf(
  key: string,
  { layer, entry: root }: Placed<Root>,
  replies: Iterable<Placed<Reply>>,
  parties: Parties,
): Thread {
  const own = [...replies].filter((reply) => belongs(reply.layer, layer)).toSorted(inOrder);
  const { highest, count } = operationsOn(root, layer, own, parties);
  return {
    key,
    id: root.id,
    kind: root.kind,
    by: layer.seat,
    target: layer.target,
    audience: layer.audience,
    anchor: root.anchor,
    body: root.body,
    replacement: root.replacement,
    created: root.created,
    replies: own.filter(({ entry }) => entry.body.trim() !== "").map(shownReply),
    state:
      root.kind === "suggestion" && parties.isAccepted(root.id) ? { is: "accepted" } : stateAfter(highest),
    count,
  };
}

/** A reply to more people than read the root was not made by our composer: nobody is shown it. */
const belongs = (reply: LayerName, root: LayerName): boolean =>
  reply.target === root.target && isWithin(reply.audience, root.audience);

/** Only operations for the root's whole audience count, so that all who read it see one state, and an aside leaves no trace. */
function operationsOn(root: Root, layer: LayerName, replies: readonly Placed<Reply>[], parties: Parties) {
  const facts = {
    kind: root.kind,
    by: parties.seatOf(layer.seat),
    authors: parties.authors,
    writers: parties.writersOf(layer.target),
  };
  let highest: OperationReply | undefined;
  for (const reply of replies) {
    if (!isOperation(reply) || reply.layer.audience !== layer.audience) continue;
    const actor = parties.seatOf(reply.layer.seat);
    if (!actor || !mayActOn(reply.entry.op.act, facts, actor)) continue;
    if (!highest || isLater(reply, highest)) highest = reply;
  }
  return { highest, count: highest?.entry.op.count ?? 0 };
}

const isOperation = (reply: Placed<Reply>): reply is OperationReply => reply.entry.op !== undefined;

function isLater(one: OperationReply, other: OperationReply): boolean {
  const [a, b] = [one.entry.op.count, other.entry.op.count];
  if (a !== b) return a > b;
  if (one.layer.seat !== other.layer.seat) return one.layer.seat > other.layer.seat;
  return one.entry.id > other.entry.id;
}

function stateAfter(operation: OperationReply | undefined): ThreadState {
  if (!operation) return { is: "open" };
  const { layer, entry } = operation;
  const done = { by: layer.seat, at: entry.created };
  switch (entry.op.act) {
    case "reopen":
      return { is: "open" };
    case "resolve":
      return { is: "resolved", ...done };
    case "answer":
      return { is: "answered", ...done };
    case "decline":
      return { is: "declined", ...done };
  }
}

const shownReply = ({ layer, entry }: Placed<Reply>): ThreadReply => ({
  id: entry.id,
  by: layer.seat,
  audience: layer.audience,
  body: entry.body,
  act: entry.op?.act,
  created: entry.created,
});

function inOrder(one: Placed<Reply>, other: Placed<Reply>): number {
  if (one.entry.id !== other.entry.id) return one.entry.id < other.entry.id ? -1 : 1;
  return one.layer.seat < other.layer.seat ? -1 : 1;
}
