import type { Composition, CompositionAttester, CompositionSection, Reference } from "@medplum/fhirtypes";
import type { PrintedAddendum } from "../layout/lay-addenda.ts";
import type { ReportChange } from "../layout/lay-change.ts";
import type { Layout, Part, PartId } from "../layout/layout.ts";
import type { Signer } from "../report-people.ts";
import type { Report } from "../report.ts";
import { writersOf } from "../writers.ts";
import { addendumName } from "./addenda.ts";
import { findingName } from "./findings.ts";
import { given } from "./given.ts";
import { type Named, refer } from "./names.ts";
import { inWords, laidOut } from "./narrative.ts";
import { personName, roleName } from "./people.ts";
import { taskName } from "./recommendations.ts";
import { recordName } from "./records.ts";

/** What a document is identified by: `replaces` names the earlier one the same way. */
export interface Identities {
  readonly own: string;
  readonly replaced: string | null;
}

/** What a document names besides the report. */
export interface Beside {
  readonly fileNames: readonly string[];
  readonly addenda: readonly PrintedAddendum[];
  readonly change: ReportChange | undefined;
}

/** R4 has no "superseded" of a composition: one that was corrected since is `amended`. The signed bytes have no state. */
export const statusOf = (change: ReportChange | undefined): "final" | "amended" | "entered-in-error" =>
  change === undefined ? "final" : change.state === "superseded" ? "amended" : "entered-in-error";

export const composition = (
  report: Report,
  layout: Layout,
  { own, replaced }: Identities,
  { fileNames, addenda, change }: Beside,
): Named => ({
  name: "composition",
  resource: given<Composition>({
    resourceType: "Composition",
    language: report.language,
    text: inWords(layout.notice, report.headline),
    identifier: { system: "urn:ietf:rfc:3986", value: own },
    status: statusOf(change),
    type: { coding: [{ system: "http://loinc.org", code: "11488-4", display: "Consult note" }] },
    subject: refer("patient", report.patient.name),
    date: report.signedAt,
    author: writersOf(report).map((writer) => refer(roleName(writer), writer.name)),
    title: report.headline,
    confidentiality: "R",
    attester: report.signers.map(attesterOf(report)),
    custodian: refer("organization", report.organisation.name),
    relatesTo:
      replaced === null
        ? null
        : [{ code: "replaces", targetIdentifier: { system: "urn:ietf:rfc:3986", value: replaced } }],
    section: [
      ...layout.parts.map((part) => sectionOf(part, report, addenda)),
      { title: "Files", text: inWords(...fileNames), entry: fileNames.map((name) => refer(name)) },
    ],
  }),
});

const attesterOf =
  ({ signedAt }: Report) =>
  (signer: Signer): CompositionAttester => ({
    mode: "legal",
    time: signedAt,
    party: refer(personName(signer), signer.name),
  });

function sectionOf(
  { id, title, blocks }: Part,
  report: Report,
  addenda: readonly PrintedAddendum[],
): CompositionSection {
  const code = codes[id];
  return given<CompositionSection>({
    title,
    code: code && { coding: [{ system: "http://loinc.org", ...code }] },
    text: laidOut(blocks),
    entry: [...(entriesOfPart[id]?.(report, addenda) ?? [])],
  });
}

/** LOINC has sections for these. */
const codes: Partial<Record<PartId, { readonly code: string; readonly display: string }>> = {
  questions: { code: "42349-1", display: "Reason for referral (narrative)" },
  summary: { code: "10164-2", display: "History of Present illness Narrative" },
  findings: { code: "30954-2", display: "Relevant diagnostic tests/laboratory data note" },
  assessment: { code: "51848-0", display: "Evaluation note" },
  recommendations: { code: "18776-5", display: "Plan of care note" },
};

const entriesOfPart: Partial<
  Record<PartId, (report: Report, addenda: readonly PrintedAddendum[]) => readonly Reference<never>[]>
> = {
  questions: ({ questions }) => [refer("request"), ...questions.map(({ id }) => refer(`question/${id}`))],
  urgent: ({ urgentFindings }) => urgentFindings.map((_, at) => refer(`urgent/${at + 1}`)),
  recommendations: ({ recommendations }) => recommendations.map((one) => refer(taskName(one))),
  comparison: ({ findings }) => findings.map((finding) => refer(findingName(finding))),
  images: ({ keyImages }) => keyImages.map(({ id }) => refer(`image/${id}`)),
  assessment: () => [refer("impression")],
  findings: ({ findings }) => (findings.length > 0 ? [refer("findings")] : []),
  addenda: (_, addenda) => addenda.map(({ digest }) => refer(addendumName(digest))),
  records: ({ records }) => records.map(({ id }) => refer(recordName(id))),
};
