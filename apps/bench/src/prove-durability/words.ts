import type { Random } from "@consilium/foundation";
import { sectionRoot } from "@consilium/workspace";
import * as Y from "yjs";
import type { Act } from "./ledger.ts";

export interface Standing {
  readonly times: number;
  readonly isBold: boolean;
}

const textOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(sectionRoot("summary"));

/** Each word that stands in a replica. */
export function wordsIn(doc: Y.Doc): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const run of runsOf(doc)) {
    const word = wordOf(run);
    found.set(word, { times: (found.get(word)?.times ?? 0) + 1, isBold: isBold(run) });
  }
  return found;
}

interface Part {
  readonly insert: string;
  readonly attributes?: object;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Yjs says `any`; nothing but words is written here.
const partsOf = (run: Y.XmlText): readonly Part[] => run.toDelta() as readonly Part[];

const wordOf = (run: Y.XmlText): string =>
  partsOf(run)
    .map(({ insert }) => insert)
    .join("");

const isBold = (run: Y.XmlText): boolean =>
  partsOf(run).every(({ attributes }) => attributes !== undefined && "bold" in attributes);

const runsOf = (doc: Y.Doc): Y.XmlText[] =>
  textOf(doc)
    .toArray()
    .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
    .filter((run) => run instanceof Y.XmlText);

/** So many words at most, or nearly: what is tried is the server, not how a reader of thousands of words keeps up. */
const manyWords = 80;
const writing = ["insert", "insert", "insert", "delete", "delete", "embolden"] as const;
const tidying = ["insert", "delete", "delete", "delete", "embolden"] as const;

/**
 * A new word, or one that stands there is taken or emboldened, whoever wrote it. Each act changes something: what changes nothing is
 * sent to nobody, and nobody answers for it.
 */
export function chooseAct(doc: Y.Doc, random: Random, nextWord: string): Act {
  const runs = runsOf(doc);
  const kind = random.pick(runs.length < manyWords ? writing : tidying);
  const run = runs.length > 0 ? random.pick(runs) : undefined;
  if (kind === "insert" || !run || (kind === "embolden" && isBold(run)))
    return { kind: "insert", word: nextWord };
  return { kind, word: wordOf(run) };
}

/** As an editor does it: one transaction. */
export function perform(doc: Y.Doc, random: Random, { kind, word }: Act): void {
  const text = textOf(doc);
  if (kind === "insert") {
    const block = new Y.XmlElement("paragraph");
    block.insert(0, [new Y.XmlText(word)]);
    return text.insert(random.below(text.length + 1), [block]);
  }
  const run = runsOf(doc).find((one) => wordOf(one) === word);
  if (!run) throw new Error(`${word} does not stand here.`);
  if (kind === "embolden") return run.format(0, run.length, { bold: {} });
  return text.delete(
    text.toArray().findIndex((block) => block === run.parent),
    1,
  );
}
