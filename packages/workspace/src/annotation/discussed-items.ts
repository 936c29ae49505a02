import type { Thread } from "./thread.ts";

/** Items about which somebody has written in a thread of whom `treats` holds: whoever treats the patient. */
export function discussedItems(
  threads: readonly Thread[],
  treats: (seat: string) => boolean,
): ReadonlySet<string> {
  const found = threads.flatMap(({ anchor, by, replies }) => {
    if (anchor?.kind !== "text" || !("item" in anchor.where)) return [];
    return [by, ...replies.map((reply) => reply.by)].some(treats) ? [anchor.where.item] : [];
  });
  return new Set(found);
}
