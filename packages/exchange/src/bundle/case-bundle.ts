import { entriesOf } from "@consilium/report/fhir";
import type { Bundle } from "@medplum/fhirtypes";
import { records } from "../records/records.ts";
import type { CaseToExport } from "./case-to-export.ts";
import { course } from "./course.ts";
import { intake } from "./intake.ts";
import { peopleOf } from "./people.ts";
import { printable } from "./printable.ts";
import { request } from "./request.ts";
import { talk } from "./talk.ts";

/**
 * The case as a FHIR R4 collection (base FHIR: no profile is claimed). Files are named by their path and digest, never held. Its
 * decimals are as they were written once it is printed: `bundleText`.
 */
export async function caseBundle(exported: CaseToExport): Promise<Bundle> {
  const entry = await entriesOf(exported.id, [
    request(exported),
    ...peopleOf(exported),
    ...intake(exported),
    ...talk(exported),
    ...records(exported.records),
    ...course(exported),
  ]);
  return {
    resourceType: "Bundle",
    type: "collection",
    timestamp: exported.exportedAt,
    entry: printable(entry),
  };
}

export const bundleText = (bundle: Bundle): string => JSON.stringify(bundle, null, 1);
