import type { ClinicalRecord } from "@consilium/clinical";
import type { Named } from "@consilium/report/fhir";
import type { Resource } from "@medplum/fhirtypes";
import type { ExportedRecord } from "../bundle/case-to-export.ts";
import { encounterOf, immunizationOf, procedureOf } from "./done.ts";
import { medicineOf } from "./medicine.ts";
import { documentOf, isNamedStudy, namedStudyOf, reportOf, studyOf } from "./papers.ts";
import { planOf } from "./plan.ts";
import { allergyOf, conditionOf } from "./problem.ts";
import { observationsOf } from "./values.ts";

/** Each record as the resources that it was, or would have been, read from. */
export const records = (all: readonly ExportedRecord[]): readonly Named[] => all.flatMap(resourcesOf);

function resourcesOf({ record, files }: ExportedRecord): readonly Named[] {
  const one = (resource: Resource): readonly Named[] => [{ name: `record/${record.id}`, resource }];
  switch (record.kind) {
    case "note":
      return one(documentOf(record, record.content.blocks, files));
    case "document":
    case "pictures":
    case "slide":
      return one(documentOf(record, [], files));
    case "imaging-study":
      return [
        ...one(studyOf(record)),
        ...(files.length > 0
          ? [{ name: `files/${record.id}`, resource: documentOf(record, [], files) }]
          : []),
      ];
    case "imaging-report":
      return one(isNamedStudy(record) ? namedStudyOf(record) : reportOf(record));
    case "pathology":
      return one(reportOf(record));
    case "laboratory":
      return observationsOf(record);
    case "problems":
      return entriesOf(record, record.content.entries, conditionOf);
    case "medicines":
      return entriesOf(record, record.content.entries, medicineOf);
    case "allergies":
      return entriesOf(record, record.content.entries, allergyOf);
    case "procedures":
      return entriesOf(record, record.content.entries, procedureOf);
    case "immunizations":
      return entriesOf(record, record.content.entries, immunizationOf);
    case "encounters":
      return entriesOf(record, record.content.entries, encounterOf);
    case "plans":
      return entriesOf(record, record.content.entries, planOf);
  }
}

const entriesOf = <Entry extends { readonly id: string }>(
  { id }: ClinicalRecord,
  entries: readonly Entry[],
  resourceOf: (entry: Entry) => Resource,
): readonly Named[] =>
  entries.map((entry) => ({ name: `entry/${id}/${entry.id}`, resource: resourceOf(entry) }));
