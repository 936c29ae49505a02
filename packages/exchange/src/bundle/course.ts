import { fhirDate, fhirString, given, type Named, refer } from "@consilium/report/fhir";
import type { DocumentReference, Task } from "@medplum/fhirtypes";
import { alone } from "./alone.ts";
import { attachmentOf, hashOf } from "./attachment.ts";
import type { CaseToExport, ExportedConsent, ExportedReport, ExportedTask } from "./case-to-export.ts";
import { who } from "./people.ts";

/** What is to be done, what was agreed to, what was signed, and who took the case along. */
export const course = (exported: CaseToExport): readonly Named[] => [
  ...exported.tasks.map(taskOf),
  ...exported.consents.map((consent) => consentOf(consent, exported)),
  ...exported.reports.flatMap((report) => reportOf(report, exported)),
  provenanceOf(exported),
];

const taskOf = ({ id, kind, words, state, at, due, owner, answer }: ExportedTask): Named => ({
  name: `task/${id}`,
  resource: given<Task>({
    resourceType: "Task",
    meta: alone,
    basedOn: [refer("request")],
    status: state,
    intent: "order",
    code: { text: kind },
    description: fhirString(words),
    for: refer("patient"),
    authoredOn: at,
    owner: owner === null || owner === "" ? null : { display: owner },
    note: answer === null || answer.trim() === "" ? null : [{ text: answer }],
    restriction: due === null ? null : { period: { end: fhirDate(due) } },
  }),
});

const consentOf = ({ id, text, at, by }: ExportedConsent, exported: CaseToExport): Named => ({
  name: `consent/${id}`,
  resource: {
    resourceType: "Consent",
    meta: alone,
    status: "active",
    scope: {
      coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "patient-privacy" }],
    },
    category: [{ coding: [{ system: "http://loinc.org", code: "59284-0", display: "Consent Document" }] }],
    patient: refer("patient"),
    dateTime: at,
    performer: [who(exported, by)],
    policyRule: { text },
  },
});

const statesOf = (state: string) => {
  if (state === "current") return { status: "current", docStatus: "final" } as const;
  if (state === "superseded") return { status: "superseded", docStatus: "amended" } as const;
  return { status: "entered-in-error", docStatus: "entered-in-error" } as const;
};

/** A signed report is a file: each form of it, named by its digest. */
const reportOf = (report: ExportedReport, exported: CaseToExport): readonly Named[] =>
  report.files.map((file): Named => ({
    name: `report/${report.id}/${file.path}`,
    resource: given<DocumentReference>({
      resourceType: "DocumentReference",
      meta: alone,
      masterIdentifier: hashOf(file),
      ...statesOf(report.state),
      type: { text: `Signed second opinion, version ${report.n}` },
      subject: refer("patient"),
      date: report.signedAt,
      author: [who(exported, report.by)],
      description: `SHA-256 of what was signed: ${report.digest}`,
      content: [{ attachment: attachmentOf(file) }],
    }),
  }));

const provenanceOf = (exported: CaseToExport): Named => ({
  name: "provenance",
  resource: {
    resourceType: "Provenance",
    meta: alone,
    target: [refer("request")],
    recorded: exported.exportedAt,
    activity: { text: "Taken along from a case" },
    agent: [
      {
        type: {
          coding: [
            {
              system: "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
              code: "assembler",
            },
          ],
        },
        who: who(exported, exported.by.seat),
        ...(exported.organisation !== "" && { onBehalfOf: { display: exported.organisation } }),
      },
    ],
  },
});
