import { documentAccess, parseDocumentName } from "@consilium/clinical";
import { claimSuggestion as claim, documentId } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { findSuggestion } from "./find-suggestion.ts";

/**
 * Before somebody accepts a suggestion: of two who do so at once one wins, or both replacements would stand in the text.
 * The winner edits the document and marks it accepted in one transaction of the document.
 */
export async function claimSuggestion(
  services: Services,
  commander: Commander,
  suggestionId: string,
  target: string,
): Promise<Result<{ claimed: string }, RefusalReason>> {
  const state = await findSuggestion(services, commander.caseId, suggestionId, target);
  return runCommand(
    services,
    commander,
    { command: "accept or decline a suggestion", changesRights: false },
    async ({ transaction, row, seat, facts, at }) => {
      const name = parseDocumentName(target);
      if (!name || name.kind === "layer") return refuse("no-such-document");
      if (!documentAccess(name, seat, facts, at).write) return refuse("no-right");
      if (state === "unknown") return refuse("no-such-suggestion");
      if (state === "accepted") return refuse("already-so");
      const won = await claim(transaction, {
        organisationId: row.organisationId,
        caseId: row.id,
        suggestionId,
        documentId: documentId(row.id, target),
        seatId: seat.id,
        at,
      });
      if (!won) return refuse("claimed-by-another");
      return ok({ value: { claimed: suggestionId }, act: "suggestion.claimed", subject: suggestionId });
    },
  );
}
