import type { Edition, PartialDate } from "@consilium/clinical";
import { child, children, line, type Node } from "../json/node.ts";
import { admitEntries } from "./admit-entries.ts";
import { bundleTypes, entriesOf } from "./bundle-entries.ts";
import { BundleIndex, type Entry, entryOf } from "./bundle-index.ts";
import { dateOf } from "./dates.ts";
import { editionOfDocument } from "./edition.ts";
import type { ImportRefusal } from "./import-refusal.ts";
import type { Imported, ImportedContent, ImportedResource, ImportOptions } from "./imported.ts";
import { bookImpossibleDates } from "./impossible-dates.ts";
import { Ledger } from "./ledger.ts";
import { mapEntries } from "./map-entries.ts";
import { civilIdentifiers, patientOf } from "./patient.ts";
import { type Read, readResource } from "./read-file.ts";
import type { Reading } from "./reading.ts";
import { readReferral, withEvents } from "./referral/read-referral.ts";
import type { Referral } from "./referral/referral.ts";
import { otherVersion } from "./version-marks.ts";

const refused = (refusal: ImportRefusal): { readonly ok: false; readonly refusal: ImportRefusal } => ({
  ok: false,
  refusal,
});

/** Whom the file is about: its only patient, or the subject of its document. */
function patientEntry(entries: readonly Entry[], index: BundleIndex): Read<{ entry: Entry; node: Node }> {
  const patients = entries.filter(({ type, resource }) => type === "Patient" && resource !== null);
  const different = new Map(
    patients.map((entry) => [entry.id ?? entry.fullUrl ?? JSON.stringify(entry.resource), entry]),
  );
  const composition = entries.find(({ type }) => type === "Composition")?.resource ?? null;
  const named =
    composition === null
      ? null
      : index.resolve(line(child(composition, "subject"), "reference"), composition);
  const only = different.size === 1 ? patients[0] : undefined;
  const entry = named?.entry?.type === "Patient" ? named.entry : only;
  if (entry?.resource) return { ok: true, value: { entry, node: entry.resource } };
  return refused(
    different.size === 0
      ? { reason: "no-patient" }
      : { reason: "several-patients", patients: different.size },
  );
}

/** The institution, if the file names one or two; more would not say where anything came from. */
function sourceOf(entries: readonly Entry[]): string {
  const names = entries
    .filter(({ type }) => type === "Organization")
    .map(({ resource }) => line(resource, "name"))
    .filter((name) => name !== null);
  const different = [...new Set(names)];
  return different.length <= 2 ? different.join("; ") : "";
}

/** A document speaks for its date; other bundles do not say when their lists were true. */
const asOf = (entries: readonly Entry[]): PartialDate | null =>
  dateOf(entries.find(({ type }) => type === "Composition")?.resource ?? null, "date");

type Of = Pick<Reading, "edition" | "patient">;

function read(
  entries: readonly Entry[],
  patient: Entry | null,
  index: BundleIndex,
  options: ImportOptions,
  of: Of,
): ImportedContent & { readonly referral: Referral | null } {
  const ledger = new Ledger();
  const reading: Reading = {
    index,
    ledger,
    attached: options.takesFiles ? [] : null,
    createId: options.createId,
    source: sourceOf(entries),
    asOf: asOf(entries),
    ...of,
  };
  const found = admitEntries(entries, patient, index, ledger);
  if (patient !== null) {
    ledger.represent(patient);
    if (civilIdentifiers(patient.resource) > 0) ledger.leavePart(patient, "identifier", "administrative");
  }
  const asked = options.opensCase ? readReferral(found, reading) : undefined;
  const rest = asked ? found.filter((one) => !asked.taken.has(one)) : found;
  const records = mapEntries(rest, reading);
  bookImpossibleDates(found, ledger);
  const referral = asked && !asked.isWhole ? withEvents(asked.referral, records) : (asked?.referral ?? null);
  return {
    referral,
    records,
    attached: reading.attached ?? [],
    notUnderstood: ledger.notUnderstood(),
    counts: ledger.counts(entries),
    importedAt: options.now.toISOString(),
  };
}

/**
 * A FHIR R4 bundle, as JSON or XML, as what a case needs. The file is untrusted: it is refused with a closed reason or read as far
 * as it can be, and never throws. Every resource is in the patient or a record, or counted in `notUnderstood`.
 */
export function importFhir(bytes: Uint8Array, options: ImportOptions): Read<Imported> {
  const file = readResource(bytes);
  if (!file.ok) return file;
  const bundle = file.value;
  const resourceType = line(bundle, "resourceType") ?? "";
  const entries = resourceType === "Bundle" ? entriesOf(bundle) : [entryOf({ resource: bundle })];
  const version = otherVersion(resourcesIn(entries));
  if (version !== null) return refused(version);
  if (resourceType !== "Bundle") return refused({ reason: "single-resource", type: resourceType });
  const bundleType = line(bundle, "type") ?? "collection";
  if (!bundleTypes.has(bundleType)) return refused({ reason: "unsupported-bundle", type: bundleType });
  if (entries.every(({ resource }) => resource === null)) return refused({ reason: "empty-bundle" });
  const index = new BundleIndex(entries);
  const patient = patientEntry(entries, index);
  if (!patient.ok) return patient;
  const person = patientOf(patient.value.node);
  const named = namedAs(person.name, person.birthDate);
  const of = { edition: editionOfDocument(bundle, entries, index, named), patient: named };
  const content = read(entries, patient.value.entry, index, options, of);
  return { ok: true, value: { ...content, format: "fhir", bundleType, patient: person } };
}

const resourcesIn = (entries: readonly Entry[]): readonly Node[] =>
  entries.map(({ resource }) => resource).filter((resource) => resource !== null);

const namedAs = (name: string, born: PartialDate | null): Edition["patient"] =>
  name === "" ? null : { name, born };

/** One resource, to be added to an open case. Whose it is, a person must compare: it holds no patient. */
export function importFhirResource(bytes: Uint8Array, options: ImportOptions): Read<ImportedResource> {
  const file = readResource(bytes);
  if (!file.ok) return file;
  const node = file.value;
  const type = line(node, "resourceType") ?? "";
  if (type === "Bundle") return refused({ reason: "bundle-not-resource" });
  const version = otherVersion([node]);
  if (version !== null) return refused(version);
  const entries = [entryOf({ resource: node })];
  const subject = children(node, "subject")[0] ?? child(node, "patient");
  const of = { edition: undefined, patient: namedAs(line(subject, "display") ?? "", null) };
  const { referral: _, ...content } = read(entries, null, new BundleIndex(entries), options, of);
  if (content.records.length + content.attached.length === 0) {
    return refused({ reason: "nothing-to-add", type, notUnderstood: content.notUnderstood });
  }
  return {
    ok: true,
    value: {
      ...content,
      type,
      subject: { reference: line(subject, "reference"), display: line(subject, "display") },
    },
  };
}
