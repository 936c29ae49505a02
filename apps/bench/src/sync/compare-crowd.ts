import type { Figure } from "../measuring/figures.ts";
import { alternate, compare } from "./alternate.ts";
import { type Contender, onlyOf } from "./contenders.ts";
import { measureHotDocument } from "./hot-document.ts";
import { measureJoinStorm, writeContent } from "./join-storm.ts";

export interface CrowdWork {
  readonly rounds: number;
  readonly people: number;
}

const noSlower = { timesPeer: 1.3 };
/** Milliseconds: each of 25 writers presses a key about eight times a second. */
const between = 4;

/** Many people in one document, half of them writing. */
export async function compareHotDocument(
  contenders: readonly Contender[],
  { rounds, people, keys }: CrowdWork & { readonly keys: number },
): Promise<readonly Figure[]> {
  const results = await alternate(contenders, rounds, async ({ createDocuments }) =>
    measureHotDocument(onlyOf(await createDocuments(1)), { people, keys, between }),
  );
  return (["p50", "p99"] as const).map((part) =>
    compare(results, {
      name: `hot-document-${part}`,
      words: `${people} people in one document, half writing, ${part}`,
      unit: "ms",
      target: noSlower,
      of: (latency) => latency[part],
    }),
  );
}

/** Many people coming to one document at once. */
export async function compareJoinStorm(
  contenders: readonly Contender[],
  { rounds, people, bytes }: CrowdWork & { readonly bytes: number },
): Promise<readonly Figure[]> {
  const content = writeContent(bytes);
  const results = await alternate(contenders, rounds, async ({ createDocuments }) =>
    measureJoinStorm(onlyOf(await createDocuments(1)), people, content),
  );
  const words = `${people} people joining ${Number((bytes / 1e6).toPrecision(2))} MB at once, until`;
  return (["half", "last"] as const).map((part) =>
    compare(results, {
      name: `join-storm-${part}`,
      words: `${words} ${part === "half" ? "half of them have" : "the last has"} it`,
      unit: "ms",
      target: noSlower,
      of: (storm) => storm[part],
    }),
  );
}
