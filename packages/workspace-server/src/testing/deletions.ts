import * as Y from "yjs";

type Ranges = ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;

export const deletedIn = (doc: Y.Doc): Ranges => Y.createDeleteSetFromStructStore(doc.store).clients;

/** The first range of one that the other does not have, in words. Both sorted and without gaps that touch. */
export function uncovered(some: Ranges, all: Ranges): string | undefined {
  for (const [client, ranges] of some) {
    const known = all.get(client) ?? [];
    for (const { clock, len } of ranges)
      if (len > 0 && !known.some((one) => one.clock <= clock && clock + len <= one.clock + one.len))
        return `the deletion of ${client}:${clock}+${len} is not committed`;
  }
  return undefined;
}
