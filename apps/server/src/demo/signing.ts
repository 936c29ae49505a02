import { createHash } from "node:crypto";
import type { DocumentName } from "@consilium/clinical";
import { canonicalJson } from "@consilium/foundation";
import { canonicalRendering } from "@consilium/workspace";
import type { Cast } from "./cast.ts";
import type { DemoCase } from "./content.ts";
import { documentNameOf } from "./documents.ts";
import type { PlannedTexts } from "./plan-texts.ts";
import { type PlannedDocument, replay, rowsOf } from "./writing.ts";

/** SY-22: a document as it was signed, and what it quotes. */
export interface PlannedSigning {
  readonly document: PlannedDocument;
  /** The document itself is among them. */
  readonly inputs: readonly PlannedDocument[];
  /** SHA-256 of the canonical rendering of all inputs, hexadecimal. */
  readonly digest: string;
  readonly seatId: string;
  readonly at: Date;
}

const quoted: ReadonlySet<DocumentName["kind"]> = new Set([
  "story",
  "story.prior",
  "referral",
  "referral.prior",
]);

export function planSignings(
  { opinion, documents }: DemoCase,
  cast: Cast,
  texts: PlannedTexts,
): PlannedSigning[] {
  const sources = texts.documents.filter(({ name }) => quoted.has(name.kind));
  const signing = (document: PlannedDocument, by: string, at: Date): PlannedSigning => {
    const inputs = [...sources, document];
    return { document, inputs, digest: digestOf(inputs), seatId: cast.seatOf(by).id, at };
  };
  const addenda = Object.entries(documents).flatMap(([written, { by, signed }]) => {
    const name = documentNameOf(written);
    const planned = texts.documents.find(
      (document) => "id" in document.name && "id" in name && document.name.id === name.id,
    );
    return by !== undefined && signed && planned ? [signing(planned, by, cast.at(signed))] : [];
  });
  const lead = opinion.signed ? [signing(texts.opinion, opinion.lead, cast.at(opinion.signed))] : [];
  return [...lead, ...addenda];
}

function digestOf(inputs: readonly PlannedDocument[]): string {
  const rendered = inputs.map((planned) => {
    const doc = replay(planned);
    const rendering = canonicalRendering(doc, planned.name.kind);
    doc.destroy();
    return { rendering, sequence: rowsOf(planned).length };
  });
  return createHash("sha256").update(canonicalJson(rendered)).digest("hex");
}
