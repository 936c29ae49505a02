import type { ReportReference } from "../report.ts";
import { safeAddress } from "../rich/safe-address.ts";
import type { Items, PrintedItem } from "./read-items.ts";
import { vancouver } from "./vancouver.ts";

/** Gives each citation its number at its first mention. */
export interface References {
  /** Undefined: there is no such citation any more. */
  readonly numberOf: (citation: string) => number | undefined;
  /** In the order of their numbers; those that nobody mentioned come last. */
  readonly all: () => readonly ReportReference[];
}

export function openReferences(items: Items): References {
  const citations = new Map(items("citation").map((item) => [item.id, item]));
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number | undefined => {
    if (!citations.has(id)) return undefined;
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
  return {
    numberOf,
    all: () => {
      for (const id of citations.keys()) numberOf(id);
      return [...numbers].flatMap(([id, number]) => {
        const item = citations.get(id);
        return item ? [referenceOf(item, number)] : [];
      });
    },
  };
}

const referenceOf = (item: PrintedItem, number: number): ReportReference => ({
  id: item.id,
  number,
  text: vancouver({
    authors: item.line("authors"),
    title: item.line("title"),
    source: item.line("source"),
    year: item.line("year"),
  }),
  doi: item.line("doi").trim() || null,
  pmid: item.line("pmid").trim() || null,
  url: safeAddress(item.line("url").trim()),
});
