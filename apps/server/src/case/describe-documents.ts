import {
  type CaseFacts,
  documentAccess,
  type DocumentName,
  formatDocumentName,
  parseDocumentName,
  type Seat,
  shareFor,
} from "@consilium/clinical";
import type { documentsOfCase } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import { isNewerBeingWritten } from "../opinion/newer-version.ts";
import type { OpenableDocument, OpinionSummary } from "./case-schemas.ts";
import { instant } from "./describe-clocks.ts";

export type DocumentRow = Awaited<ReturnType<typeof documentsOfCase>>[number];

/** The opinions that a seat may read: first what it writes, such as a correction, then the lead one. What it may not read is not mentioned. */
export function describeOpinions(
  documents: readonly DocumentRow[],
  seat: Seat,
  facts: CaseFacts,
  now: Date,
): z.infer<typeof OpinionSummary>[] {
  const described = facts.opinions.flatMap((opinion) => {
    const name: DocumentName = { kind: "opinion", id: opinion.id };
    const { read, write } = documentAccess(name, seat, facts, now);
    if (read === "no") return [];
    const row = documents.find((found) => found.name === formatDocumentName(name));
    const share = shareFor(facts, opinion.id, seat);
    return [
      {
        id: opinion.id,
        lead: opinion.lead,
        state: opinion.state,
        authors: [...opinion.authors],
        signedAt: opinion.state === "signed" ? instant(row?.frozenAt ?? null) : null,
        digest: row?.frozenDigest?.toString("hex") ?? null,
        read,
        write,
        version: read === "version" ? (share?.version ?? null) : null,
        newerBeingWritten: read === "version" && isNewerBeingWritten(opinion, row?.sequence ?? 0, share),
      },
    ];
  });
  return described.toSorted((one, other) => weight(other) - weight(one));
}

/** What one writes is before what one reads. */
const weight = ({ write, lead }: { readonly write: boolean; readonly lead: boolean }): number =>
  (write ? 2 : 0) + (lead ? 1 : 0);

/** Documents that a seat may open live, layers apart; also those that nobody has written in yet. */
export function describeDocuments(
  documents: readonly DocumentRow[],
  seat: Seat,
  facts: CaseFacts,
  now: Date,
): z.infer<typeof OpenableDocument>[] {
  return namesOf(facts).flatMap((name) => {
    const { read, write } = documentAccess(name, seat, facts, now);
    if (read !== "live") return [];
    const text = formatDocumentName(name);
    const row = documents.find((found) => found.name === text);
    return [{ name: text, write: write && row?.state !== "frozen" }];
  });
}

const namesOf = (facts: CaseFacts): DocumentName[] => [
  { kind: "story" },
  { kind: "story.prior" },
  { kind: "referral" },
  { kind: "referral.prior" },
  ...facts.opinions.flatMap(({ id }): DocumentName[] => [
    { kind: "opinion", id },
    { kind: "workpad", id },
  ]),
  ...facts.addenda.map(({ id }): DocumentName => ({ kind: "addendum", id })),
  ...facts.conferences.map(({ id }): DocumentName => ({ kind: "conference", id })),
];

/** Layers that exist and that a seat may read. Of an aside to others there is no trace. */
export const describeLayers = (
  documents: readonly DocumentRow[],
  seat: Seat,
  facts: CaseFacts,
  now: Date,
): string[] =>
  documents
    .filter(({ name }) => {
      const parsed = parseDocumentName(name);
      return parsed?.kind === "layer" && documentAccess(parsed, seat, facts, now).read === "live";
    })
    .map(({ name }) => name);
