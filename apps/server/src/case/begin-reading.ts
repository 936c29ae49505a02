import { createDocument, documentId } from "@consilium/database";
import type { Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { moveClocksBy } from "./move-clocks.ts";

/** A blind reading is a draft of its own, and has a clock. Gives the draft's name. */
export async function beginReading(services: Services, scope: Scope, ownerSeatId: string): Promise<string> {
  const { transaction, row } = scope;
  const name = `opinion.${services.createId()}`;
  await createDocument(transaction, { document: documentId(row.id, name), ownerSeatId });
  await moveClocksBy(services, scope, { is: "blind-begins" });
  return name;
}
