import { formatDocumentName } from "@consilium/clinical";
import {
  type CaseKey,
  createDocument,
  type Database,
  documentId,
  freezeDocument,
  seedDocument,
} from "@consilium/database";
import type { CasePlan } from "../plan-case.ts";
import type { PlannedSigning } from "../signing.ts";
import { type PlannedDocument, rowsOf } from "../writing.ts";

export const idOf = (plan: CasePlan, { name }: PlannedDocument) =>
  documentId(plan.caseId, formatDocumentName(name));

/** SY-5: each document once, through the log; then what was signed is frozen as signing freezes it (SY-22). */
export async function writeTexts(transaction: Database, key: CaseKey, plan: CasePlan): Promise<void> {
  const { opinion, documents, layers } = plan.texts;
  for (const planned of [opinion, ...documents, ...layers]) {
    await createDocument(transaction, { document: idOf(plan, planned), ...kindOfOpinion(plan, planned) });
    await writeRows(transaction, key, plan, planned);
  }
  for (const signing of plan.signings) await freeze(transaction, plan, signing);
}

/** The lead one, or a blind reader's own. */
function kindOfOpinion(plan: CasePlan, planned: PlannedDocument) {
  if (planned === plan.texts.opinion) return { lead: true };
  const [first] = rowsOf(planned);
  return planned.name.kind === "opinion" && first ? { ownerSeatId: first.seatId } : {};
}

async function writeRows(
  transaction: Database,
  key: CaseKey,
  plan: CasePlan,
  planned: PlannedDocument,
): Promise<void> {
  const document = idOf(plan, planned);
  const rows = rowsOf(planned).map(({ bytes, clocks, personId, seatId, at }) => ({
    bytes,
    clocks,
    person: personId,
    seat: seatId,
    at,
  }));
  const { outcome } = await seedDocument(transaction, key, { document, rows });
  if (outcome !== "ok") throw new Error(`${document} was not seeded: ${outcome}`);
}

async function freeze(transaction: Database, plan: CasePlan, signing: PlannedSigning): Promise<void> {
  const { document, inputs, digest, at } = signing;
  const { outcome } = await freezeDocument(transaction, {
    document: idOf(plan, document),
    inputs: inputs.map((input) => ({ document: idOf(plan, input), sequence: rowsOf(input).length })),
    digest,
    at,
  });
  if (outcome !== "frozen") throw new Error(`${idOf(plan, document)} was not frozen: ${outcome}`);
}
