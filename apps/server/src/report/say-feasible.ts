import { documentId, insertFeasibility } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { itemsOf } from "@consilium/workspace";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { runCommand } from "../command/run-command.ts";
import { readContent } from "../document/read-content.ts";
import type { Services } from "../services.ts";

export interface SaidFeasible {
  readonly opinionId: string;
  /** The recommendation. */
  readonly item: string;
  /** `not-said` takes back what was said. */
  readonly state: "feasible" | "not-available" | "done" | "not-said";
  /** Why it is not available here. */
  readonly note: string | null;
}

/** Those who treat the patient say whether a recommendation can be done where they are, or was done. */
export async function sayFeasible(
  services: Services,
  visit: Visit,
  { opinionId, item, state, note }: SaidFeasible,
): Promise<Result<{ readonly item: string }, RefusalReason>> {
  if (state === "not-available" && !note?.trim()) return refuse("reason-needed");
  const kind = { command: "feasibility, done", changesRights: false } as const;
  if (!visit.facts.opinions.some(({ id }) => id === opinionId)) return refuse("no-such-document");
  const document = documentId(visit.row.id, `opinion.${opinionId}`);
  const content = await readContent(services, document);
  if (!itemsOf(content, "recommendation").some(({ id }) => id === item)) return refuse("no-such-document");
  return runCommand(services, commanderOf(visit), kind, async (scope) => {
    const { transaction, row, seat, key, at } = scope;
    await insertFeasibility(transaction, key, {
      id: services.createId(),
      organisationId: row.organisationId,
      caseId: row.id,
      documentId: document,
      item,
      state,
      note: note?.trim() || null,
      seatId: seat.id,
      at,
    });
    return ok({ value: { item }, act: "recommendation.answered", subject: item, body: { state } });
  });
}
