import { importCcda, isCcda, xmlLimits } from "@consilium/interchange";
import { notRead } from "../file-reading.ts";
import { wholeOf } from "../source.ts";
import { readFhir } from "./fhir-reader.ts";
import { keptImport, refusedImport } from "./imported.ts";
import type { Reader } from "./reader.ts";

const fhir = "http://hl7.org/fhir";

/** C-CDA documents, and FHIR that is written as XML. */
export const xmlReader: Reader = {
  takes: ({ kind }) =>
    kind.kind === "xml" && (kind.root.namespace === fhir || kind.root.name === "ClinicalDocument"),
  read: async (file, desk) => {
    const { source, kind } = file;
    if (source.bytes > xmlLimits.bytes) return notRead("records-too-large");
    const bytes = await wholeOf(source);
    if (!isCcda(bytes) && kind.kind === "xml" && kind.root.namespace === fhir)
      return readFhir(bytes, file, desk);
    const read = importCcda(bytes, { ...desk, takesFiles: true });
    return read.ok ? keptImport(read.value, read.value.patient, file, desk) : refusedImport(read.refusal);
  },
};
