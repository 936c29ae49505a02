import type { Annotation, Reply, Root } from "./annotation.ts";
import { type Parties, type Placed, type Thread, threadOf } from "./thread.ts";

/** The annotations of many layers by the root they belong to, and the threads made of them. */
export interface Shelf {
  /** Both give the id of the root that is touched. */
  readonly put: (layerKey: string, annotation: Placed<Annotation>) => string;
  readonly drop: (layerKey: string, annotation: Annotation) => string;
  readonly assemble: (rootId: string, parties: Parties) => void;
  readonly rootIds: () => readonly string[];
  readonly threads: () => readonly Thread[];
}

interface Slot {
  readonly roots: Map<string, Placed<Root>>;
  readonly replies: Map<string, Placed<Reply>>;
  threads: readonly Thread[];
}

export function createShelf(): Shelf {
  const slots = new Map<string, Slot>();
  const slotOf = (rootId: string): Slot => {
    let slot = slots.get(rootId);
    if (!slot) slots.set(rootId, (slot = { roots: new Map(), replies: new Map(), threads: [] }));
    return slot;
  };
  return {
    put: (layerKey, { layer, entry }) => {
      const rootId = rootIdOf(entry);
      const { roots, replies } = slotOf(rootId);
      if (entry.kind === "reply") replies.set(`${layerKey}/${entry.id}`, { layer, entry });
      else roots.set(`${layerKey}/${entry.id}`, { layer, entry });
      return rootId;
    },
    drop: (layerKey, entry) => {
      const rootId = rootIdOf(entry);
      const { roots, replies } = slotOf(rootId);
      (entry.kind === "reply" ? replies : roots).delete(`${layerKey}/${entry.id}`);
      return rootId;
    },
    assemble: (rootId, parties) => {
      const slot = slotOf(rootId);
      slot.threads = [...slot.roots].map(([key, root]) =>
        threadOf(key, root, slot.replies.values(), parties),
      );
      if (slot.roots.size === 0 && slot.replies.size === 0) slots.delete(rootId);
    },
    rootIds: () => [...slots.keys()],
    threads: () => [...slots.values()].flatMap(({ threads }) => threads).toSorted(byMaking),
  };
}

const rootIdOf = (entry: Annotation): string => (entry.kind === "reply" ? entry.replyTo : entry.id);

function byMaking(one: Thread, other: Thread): number {
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return one.key < other.key ? -1 : 1;
}
