import {
  type InventoryEntry,
  isBeforeSubmission,
  type ListedType,
  type RecordAnswer,
} from "@consilium/clinical";
import { caseDetailsOf, documentId } from "@consilium/database";
import { intakeOf } from "@consilium/workspace";
import type { Visit } from "../api/api-context.ts";
import { readContentAt } from "../document/read-content.ts";
import type { Services } from "../services.ts";

/** What the patient's side answered of each type of record beside what clinicians said, which it leaves alone. */
export function withTold(
  inventory: readonly InventoryEntry[],
  listed: readonly ListedType[],
  answers: ReadonlyMap<string, RecordAnswer>,
  at: string | null,
): readonly InventoryEntry[] {
  const known = new Map(inventory.map((entry) => [entry.id, entry]));
  const ids = [...new Set([...known.keys(), ...listed.map(({ type }) => type)])];
  return ids.flatMap((id): InventoryEntry[] => {
    const answer = answers.get(id);
    const entry = known.get(id);
    const told = answer ? { answer, at } : null;
    if (!told) return entry ? [{ ...entry, told }] : [];
    return [{ ...(entry ?? { id, what: null, blocks: null, said: null }), told }];
  });
}

/** As it stands: kept with the submission, and until then read in the story while it is being written. */
export async function inventoryOf(
  services: Services,
  { row, key, facts }: Visit,
  listed: readonly ListedType[],
): Promise<readonly InventoryEntry[]> {
  const { inventory = [] } = caseDetailsOf(key, row);
  if (!isBeforeSubmission(facts)) return inventory;
  const { content } = await readContentAt(services, documentId(row.id, "story"));
  return withTold(inventory, listed, intakeOf(content).records, null);
}
