import type { Bundle } from "@medplum/fhirtypes";
import type { Images } from "../html/print-html.ts";
import { layOut, type Printing } from "../layout/lay-out.ts";
import type { Report } from "../report.ts";
import { addenda } from "./addenda.ts";
import { composition } from "./composition.ts";
import { files } from "./files.ts";
import { findings } from "./findings.ts";
import { entriesOf, uuidOf } from "./names.ts";
import { people } from "./people.ts";
import { provenance, type SignatureEvidence } from "./provenance.ts";
import { questions } from "./questions.ts";
import { recommendations } from "./recommendations.ts";
import { records } from "./records.ts";

export interface FhirFiles {
  /** The sealed PDF; null: the document is sent without it. */
  readonly pdf: Uint8Array | null;
  readonly images: Images;
  readonly signatures: readonly SignatureEvidence[];
}

/**
 * The report as an R4 document Bundle (base FHIR: no profile is claimed), with everything that it refers to. The same report
 * and files give the same value: ids come from the case and from what they name.
 */
export async function fhirDocument(report: Report, printing: Printing, given: FhirFiles): Promise<Bundle> {
  const layout = layOut(report, printing);
  const { addenda: added = [], change } = printing;
  const identify = async (digest: string) => `urn:uuid:${await uuidOf(report.case.id, `report/${digest}`)}`;
  const identities = {
    own: await identify(printing.digest),
    replaced: report.replaces && (await identify(report.replaces.digest)),
  };
  const appended = await Promise.all(added.map(async (one) => ({ ...one, own: await identify(one.digest) })));
  /** With what was added, and once it no longer stands, it is another document of the same composition. */
  const besides = [...added.map(({ digest }) => digest), ...(change ? [change.state] : [])];
  const own = besides.length === 0 ? identities.own : await identify([printing.digest, ...besides].join("/"));
  const attached = await files(report, given.pdf, printing);
  const fileNames = attached.map(({ name }) => name).filter((name) => name.startsWith("file/"));
  const entry = await entriesOf(report.case.id, [
    composition(report, layout, identities, { fileNames, addenda: added, change }),
    ...people(
      report,
      added.map(({ addendum }) => addendum),
    ),
    ...questions(report),
    ...findings(report),
    ...recommendations(report),
    ...records(report, given.images),
    ...addenda(report, appended, identities.own),
    ...attached,
    provenance(report, given.signatures),
  ]);
  return {
    resourceType: "Bundle",
    type: "document",
    language: report.language,
    identifier: { system: "urn:ietf:rfc:3986", value: own },
    timestamp: lastOf([...added.map(({ addendum }) => addendum.signedAt), change?.at]) ?? report.signedAt,
    entry,
  };
}

/** When what is printed became so. */
const lastOf = (instants: readonly (string | undefined)[]): string | undefined =>
  instants
    .flatMap((at) => at ?? [])
    .toSorted((one, other) => Date.parse(one) - Date.parse(other))
    .at(-1);
