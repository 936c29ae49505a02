import { isItemKind, type ItemKind, opinionContent, sectionOf, sectionsOf } from "@consilium/workspace";
import type * as Y from "yjs";

/** The words of an opinion at one moment: of its sections, and of each field of its items. */
export type ReadWords = ReadonlyMap<string, ReadPlace>;

interface ReadPlace extends Pick<ChangedPlace, "section" | "item" | "field"> {
  /** Of a field that is no text, its value. */
  readonly words: string | { readonly value: unknown };
}

export interface SentenceChange {
  /** Empty: there was nothing. */
  readonly before: string;
  /** Empty: nothing is left. */
  readonly after: string;
}

/** A place of the opinion that reads otherwise than it did. */
export interface ChangedPlace {
  readonly section: string;
  /** An item of the section, and which of its fields. */
  readonly item: { readonly id: string; readonly kind: ItemKind } | undefined;
  readonly field: string | undefined;
  readonly change:
    | { readonly is: "sentences"; readonly sentences: readonly SentenceChange[] }
    | { readonly is: "value"; readonly before: unknown; readonly after: unknown };
}

/** What somebody has read when they say so. */
export function readWords(opinion: Y.Doc): ReadWords {
  const { sections, items } = opinionContent(opinion);
  const places = new Map<string, ReadPlace>();
  for (const section of sectionsOf("opinion"))
    places.set(section, { section, item: undefined, field: undefined, words: sections[section] ?? "" });
  for (const { id, kind, fields } of items) {
    if (!isItemKind(kind)) continue;
    for (const [field, value] of Object.entries(fields)) {
      const section = sectionOf(opinion, { item: id, field }) ?? "";
      const words = typeof value === "string" && isProse(field) ? value : { value };
      places.set(`${id}/${field}`, { section, item: { id, kind }, field, words });
    }
  }
  return places;
}

/** Names of people and questions are told by their ids: those are no sentences. */
const isProse = (field: string): boolean =>
  !["owner", "question", "due", "evidence", "citations"].includes(field);

/** Place by place in the order of the opinion, what it said and what it says. */
export function changedPlaces(read: ReadWords, now: ReadWords): readonly ChangedPlace[] {
  const order: readonly string[] = sectionsOf("opinion");
  const keys = new Set([...read.keys(), ...now.keys()]);
  return [...keys]
    .flatMap((key) => changedPlace(read.get(key), now.get(key)))
    .toSorted((one, other) => order.indexOf(one.section) - order.indexOf(other.section));
}

function changedPlace(before: ReadPlace | undefined, after: ReadPlace | undefined): readonly ChangedPlace[] {
  const place = after ?? before;
  if (!place) return [];
  const { section, item, field } = place;
  const [old, now] = [before?.words ?? "", after?.words ?? ""];
  if (typeof old === "string" && typeof now === "string") {
    const sentences = changedSentences(old, now);
    return sentences.length === 0 ? [] : [{ section, item, field, change: { is: "sentences", sentences } }];
  }
  const [left, right] = [valueOf(old), valueOf(now)];
  if (JSON.stringify(left) === JSON.stringify(right)) return [];
  return [{ section, item, field, change: { is: "value", before: left, after: right } }];
}

const valueOf = (words: ReadPlace["words"]): unknown =>
  typeof words === "string" ? words || undefined : words.value;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Words without what stands for a link. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .flatMap((line) => Array.from(segmenter.segment(line), ({ segment }) => segment))
    .map((sentence) => sentence.replaceAll("\uFFFC", "").replaceAll(/\s+/gu, " ").trim())
    .filter((sentence) => sentence !== "");

/** Sentences that stand at only one of the two moments; those that stand in each other's place beside each other. */
export function changedSentences(before: string, after: string): readonly SentenceChange[] {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  const kept = keptOf(old, now);
  const changes: SentenceChange[] = [];
  let [from, to] = [0, 0];
  for (const [left, right] of [...kept, [old.length, now.length] as const]) {
    const [gone, come] = [old.slice(from, left), now.slice(to, right)];
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1)
      changes.push({ before: gone[at] ?? "", after: come[at] ?? "" });
    [from, to] = [left + 1, right + 1];
  }
  return changes;
}

/** The longest run of sentences that stand in both, as pairs of their places. */
function keptOf(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  const at = (left: number, right: number): number => lengths[left]?.[right] ?? 0;
  for (let left = old.length - 1; left >= 0; left -= 1)
    for (let right = now.length - 1; right >= 0; right -= 1) {
      const row = lengths[left];
      if (!row) continue;
      row[right] =
        old[left] === now[right]
          ? at(left + 1, right + 1) + 1
          : Math.max(at(left + 1, right), at(left, right + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  for (let [left, right] = [0, 0]; left < old.length && right < now.length;)
    if (old[left] === now[right]) {
      pairs.push([left, right]);
      [left, right] = [left + 1, right + 1];
    } else if (at(left + 1, right) >= at(left, right + 1)) left += 1;
    else right += 1;
  return pairs;
}
