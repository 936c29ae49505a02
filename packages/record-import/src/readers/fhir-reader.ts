import { importFhir, importFhirResource, importLimits } from "@consilium/interchange";
import { type Kept, notRead, type NotKept } from "../file-reading.ts";
import { wholeOf } from "../source.ts";
import { keptImport, refusedImport } from "./imported.ts";
import type { Desk, Reader } from "./reader.ts";

/** A bundle or a single resource, as JSON or as XML. */
export function readFhir(bytes: Uint8Array, desk: Desk): Kept | NotKept {
  const bundle = importFhir(bytes, desk);
  if (bundle.ok) return keptImport(bundle.value, bundle.value.patient);
  if (bundle.refusal.reason !== "single-resource") return refusedImport(bundle.refusal);
  const resource = importFhirResource(bytes, desk);
  if (!resource.ok) return refusedImport(resource.refusal);
  // A single resource names its patient only by how it calls them.
  return keptImport(resource.value, { name: resource.value.subject.display ?? "", birthDate: null });
}

export const fhirReader: Reader = {
  takes: ({ kind: { kind } }) => kind === "json",
  read: async ({ source }, desk) =>
    source.bytes > importLimits.bytes ? notRead("too-large") : readFhir(await wholeOf(source), desk),
};
