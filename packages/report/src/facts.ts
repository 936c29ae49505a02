import { compareNewestFirst } from "@consilium/clinical";
import { pick } from "./pick.ts";
import type { ReportInput } from "./report-input.ts";
import type { Contributor, Signer } from "./report-people.ts";
import type { Report, ReportRecord } from "./report.ts";

type Fact =
  | "language"
  | "zone"
  | "case"
  | "document"
  | "version"
  | "replaces"
  | "organisation"
  | "patient"
  | "askedBy"
  | "signedAt"
  | "signers"
  | "contributors"
  | "statement"
  | "conflicts"
  | "records"
  | "missing"
  | "urgentFindings"
  | "reasons"
  | "inputs";

/** What a report says of the case, not of the opinion: field by field. */
export const factsOf = (input: ReportInput): Pick<Report, Fact> => ({
  ...pick(input, ["language", "zone", "document", "version", "signedAt", "statement", "conflicts"]),
  case: pick(input.case, ["id", "number", "title", "specialty"]),
  replaces: input.replaces && pick(input.replaces, ["version", "digest", "signedAt", "reason"]),
  organisation: pick(input.organisation, ["name", "country", "contact"]),
  patient: pick(input.patient, ["id", "name", "born", "sex", "country"]),
  askedBy: input.askedBy.map((person) => pick(person, ["seat", "name", "profession", "workplace"])),
  signers: input.signers.map(signerOf),
  ...(input.contributors.length > 0 && { contributors: input.contributors.map(contributorOf) }),
  records: input.records.map(recordOf).toSorted(newestFirst),
  missing: input.missing.map((record) => pick(record, ["name", "because"])),
  urgentFindings: input.urgentFindings.map((finding) => ({
    ...pick(finding, ["words", "raisedBy", "raisedAt", "recipient", "acknowledgedBy", "acknowledgedAt"]),
    channels: [...finding.channels],
    ...(finding.passedOn && { passedOn: pick(finding.passedOn, ["at", "second"]) }),
  })),
  reasons: input.reasons.map((reason) => pick(reason, ["rule", "point", "reason", "by"])),
  inputs: input.inputs
    .map((document) => pick(document, ["name", "sequence", "digest"]))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
});

export const signerOf = (signer: Signer): Signer => ({
  ...pick(signer, ["seat", "name", "profession", "workplace", "role", "blindUntil", "shownBy"]),
  licence: signer.licence && pick(signer.licence, ["number", "authority", "country", "checkedAt"]),
});

const contributorOf = (one: Contributor): Contributor =>
  pick(one, ["seat", "name", "profession", "workplace", "wrote", "blindUntil"]);

const recordOf = (record: ReportRecord): ReportRecord =>
  pick(record, ["id", "title", "kind", "date", "source", "digest", "seen"]);

const newestFirst = (one: ReportRecord, other: ReportRecord): number =>
  compareNewestFirst(one.date, other.date) || (one.id < other.id ? -1 : 1);
