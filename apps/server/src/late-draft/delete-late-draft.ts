import { type Database, deleteLateDrafts, documentId, recordAct } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";

/** Its author has copied what they wanted. Only a seat's own, so no rule of the case is asked. */
export const deleteLateDraft = (
  services: Services,
  { seat }: Pick<Visit, "seat">,
  document: string,
  through: number,
): Promise<Result<{ deleted: number }, RefusalReason>> =>
  services.open.database.transaction(async (transaction: Database) => {
    const { caseId, organisationId, personId, id: seatId } = seat;
    const of = { caseId, seatId, document: documentId(caseId, document) };
    const deleted = await deleteLateDrafts(transaction, of, through);
    if (deleted === 0) return refuse("no-such-draft");
    await recordAct(transaction, {
      organisationId,
      caseId,
      personId,
      seatId,
      act: "late-draft.deleted",
      subject: document,
      body: { deleted, through },
    });
    return ok({ deleted });
  });
