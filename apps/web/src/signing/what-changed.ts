import type { SigningSheet } from "./use-signing.ts";

/** What a sheet covers, of which something was changed since somebody read it. */
export type ChangedPart = "opinion" | "referral" | "story" | "case";

type Covered = Pick<SigningSheet, "inputs">;

/** The texts that have moved; where none has, something else of the case did: a question, a record. */
export function whatChanged(read: Covered, now: Covered): readonly ChangedPart[] {
  const before = new Map(read.inputs.map(({ name, sequence }) => [name, sequence]));
  const moved = now.inputs.filter(({ name, sequence }) => before.get(name) !== sequence);
  const parts = new Set(moved.map(({ name }) => partOf(name)));
  return parts.size > 0 ? [...parts] : ["case"];
}

function partOf(name: string): ChangedPart {
  const [kind] = name.split(".");
  return kind === "opinion" || kind === "referral" || kind === "story" ? kind : "case";
}
