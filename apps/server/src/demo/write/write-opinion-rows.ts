import {
  type CaseKey,
  claimSuggestion,
  type Database,
  insertShare,
  insertVersion,
  noteShareOpened,
  settleSuggestion,
} from "@consilium/database";
import type { CasePlan } from "../plan-case.ts";
import { rowsOf } from "../writing.ts";
import { idOf } from "./write-texts.ts";

/** What was shared, with the version that it shows, and which suggestions were taken. */
export async function writeOpinionRows(transaction: Database, key: CaseKey, plan: CasePlan): Promise<void> {
  const { organisationId, caseId } = plan;
  const documentId = idOf(plan, plan.texts.opinion);
  const signed = await nameSigned(transaction, key, plan);
  for (const { opened, ...share } of plan.shares) {
    const versionN = share.mode === "version" ? signed : null;
    await insertShare(transaction, { organisationId, caseId, documentId, ...share, versionN });
    for (const opening of opened)
      await noteShareOpened(transaction, { organisationId, caseId, shareId: share.id, ...opening });
  }
  for (const { target, ...claim } of plan.claims) {
    const { suggestionId, at } = claim;
    await claimSuggestion(transaction, { organisationId, caseId, documentId: idOf(plan, target), ...claim });
    await settleSuggestion(transaction, caseId, suggestionId, at);
  }
}

/** The text as it was signed, as a version with a name. Null where nothing was. */
async function nameSigned(transaction: Database, key: CaseKey, plan: CasePlan): Promise<number | null> {
  const { organisationId, caseId } = plan;
  const signing = plan.signings.find(({ document }) => document === plan.texts.opinion);
  if (!signing) return null;
  const { n } = await insertVersion(transaction, key, {
    documentId: idOf(plan, signing.document),
    organisationId,
    caseId,
    sequence: rowsOf(signing.document).length,
    name: "Signed",
    seatId: signing.seatId,
    at: signing.at,
  });
  return n;
}
