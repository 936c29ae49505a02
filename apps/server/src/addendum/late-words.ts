import { deleteLateDrafts, documentId } from "@consilium/database";
import { sectionRoot, writeFragment } from "@consilium/workspace";
import * as Y from "yjs";
import type { Visit } from "../api/api-context.ts";
import type { Scope } from "../command/run-command.ts";
import { readLateDrafts } from "../late-draft/read-late-drafts.ts";
import type { Services } from "../services.ts";

/** What somebody wrote too late, as the first text of an addendum. */
export interface LateWords {
  /** The document that was closed. */
  readonly document: string;
  /** What was read of it: what came later is not in the text. */
  readonly through: number;
  readonly content: Y.Doc;
}

/** Undefined: this seat wrote nothing too late there. */
export async function lateWords(
  services: Services,
  visit: Visit,
  document: string,
): Promise<LateWords | undefined> {
  const draft = (await readLateDrafts(services, visit)).find((one) => one.document === document);
  if (!draft) return undefined;
  const lines = draft.sections.flatMap(({ text }) => text.split("\n")).filter((line) => line.trim() !== "");
  const content = new Y.Doc();
  writeFragment(content.getXmlFragment(sectionRoot("text")), {
    type: "doc",
    content: lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  });
  return { document, through: draft.through, content };
}

/** They stand in the addendum now. False: somebody has deleted them meanwhile. */
export const forgetLateWords = async (
  { transaction, row, seat }: Scope,
  { document, through }: Pick<LateWords, "document" | "through">,
): Promise<boolean> => {
  const of = { caseId: row.id, seatId: seat.id, document: documentId(row.id, document) };
  return (await deleteLateDrafts(transaction, of, through)) > 0;
};
