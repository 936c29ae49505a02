import { importFhir, importFhirResource, importLimits } from "@consilium/interchange";
import { type Kept, notRead, type NotKept } from "../file-reading.ts";
import { wholeOf } from "../source.ts";
import { keptImport, refusedImport } from "./imported.ts";
import type { Desk, FileInHand, Reader } from "./reader.ts";

/** A bundle or a single resource, as JSON or as XML. */
export async function readFhir(bytes: Uint8Array, file: FileInHand, desk: Desk): Promise<Kept | NotKept> {
  const options = { ...desk, takesFiles: true };
  const bundle = importFhir(bytes, options);
  if (bundle.ok) return keptImport(bundle.value, bundle.value.patient, file, desk);
  if (bundle.refusal.reason !== "single-resource") return refusedImport(bundle.refusal);
  const resource = importFhirResource(bytes, options);
  if (!resource.ok) return refusedImport(resource.refusal);
  // A single resource names its patient only by how it calls them.
  const patient = { name: resource.value.subject.display ?? "", birthDate: null };
  return keptImport(resource.value, patient, file, desk);
}

export const fhirReader: Reader = {
  takes: ({ kind: { kind } }) => kind === "json",
  read: async (file, desk) =>
    file.source.bytes > importLimits.bytes
      ? notRead("records-too-large")
      : readFhir(await wholeOf(file.source), file, desk),
};
