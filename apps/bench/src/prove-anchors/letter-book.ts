import * as Y from "yjs";

/**
 * What carries the truth about letters from one author to the other: which letter each Yjs id is. An id is entered when its
 * own author's edit has written it, by the truth of that author's editor; a merge then finds it here.
 */
export interface LetterBook {
  readonly enter: (fragment: Y.XmlFragment, letters: readonly (number | undefined)[]) => void;
  /** By ProseMirror position. Throws for a letter that nobody wrote. */
  readonly read: (fragment: Y.XmlFragment) => (number | undefined)[];
}

export function createLetterBook(): LetterBook {
  const letterOf = new Map<string, number>();
  return {
    enter: (fragment, letters) => {
      for (const [position, id] of idsIn(fragment).entries()) {
        const letter = letters[position];
        if (id !== undefined && letter !== undefined && !letterOf.has(id)) letterOf.set(id, letter);
      }
    },
    read: (fragment) =>
      idsIn(fragment).map((id) => {
        const letter = id === undefined ? undefined : letterOf.get(id);
        if (id !== undefined && letter === undefined) throw new Error(`Nobody wrote ${id}`);
        return letter;
      }),
  };
}

/** The Yjs ids of the letters, by ProseMirror position. */
function idsIn(fragment: Y.XmlFragment): (string | undefined)[] {
  const ids: (string | undefined)[] = [];
  const walk = (parent: Y.XmlFragment) => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) ids.push(...idsOf(child));
      else if (child instanceof Y.XmlElement) {
        ids.push(undefined);
        if (leaves.has(child.nodeName)) continue;
        walk(child);
        ids.push(undefined);
      }
    }
  };
  walk(fragment);
  return ids;
}

const leaves: ReadonlySet<string> = new Set(["hardBreak", "evidence"]);

function idsOf(text: Y.XmlText): string[] {
  const ids: string[] = [];
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    for (let nth = 0; nth < item.length; nth += 1) ids.push(`${item.id.client}:${item.id.clock + nth}`);
  }
  return ids;
}
