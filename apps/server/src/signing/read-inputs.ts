import { type DocumentKind, parseDocumentName } from "@consilium/clinical";
import { documentId, documentsOfCase } from "@consilium/database";
import { sha256Hex } from "@consilium/foundation";
import { canonicalRendering } from "@consilium/workspace";
import type { DocumentId } from "@consilium/workspace-server";
import type * as Y from "yjs";
import { readContentAt } from "../document/read-content.ts";
import type { Services } from "../services.ts";

/** A document that a signature covers, as it was read. */
export interface SignedInput {
  readonly name: string;
  readonly document: DocumentId;
  readonly sequence: number;
  /** SHA-256 of its canonical rendering, lower-case hexadecimal. */
  readonly digest: string;
}

/** What an opinion answers to: it is signed with what was asked and told. */
const quoted: ReadonlySet<DocumentKind> = new Set(["story", "story.prior", "referral", "referral.prior"]);

/** The opinion and all that it quotes, in the order of their names; those that nobody has opened are not among them. */
export async function readInputs(
  services: Services,
  caseId: string,
  opinionId: string,
): Promise<{ readonly content: Y.Doc; readonly inputs: readonly SignedInput[] } | undefined> {
  const opinion = `opinion.${opinionId}`;
  const rows = await documentsOfCase(services.open.database, caseId);
  const names = rows.flatMap(({ name, kind }) => (name === opinion || quoted.has(kind) ? [name] : []));
  const inputs: SignedInput[] = [];
  let content: Y.Doc | undefined;
  for (const name of names.toSorted()) {
    const parsed = parseDocumentName(name);
    if (!parsed) throw new Error(`${name} is the name of no document`);
    const document = documentId(caseId, name);
    const read = await readContentAt(services, document);
    const digest = await sha256Hex(canonicalRendering(read.content, parsed.kind));
    inputs.push({ name, document, sequence: read.sequence, digest });
    if (name === opinion) content = read.content;
  }
  return content && { content, inputs };
}
