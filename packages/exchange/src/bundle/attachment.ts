import { given } from "@consilium/report/fhir";
import type { Attachment, Identifier } from "@medplum/fhirtypes";
import type { ExportedFile } from "./case-to-export.ts";

/** A file of the export: its bytes lie beside the bundle, under this path. */
export const attachmentOf = ({ path, name, mediaType, bytes }: ExportedFile): Attachment =>
  given<Attachment>({ contentType: mediaType, url: path, title: name, size: bytes < 2 ** 31 ? bytes : null });

export const hashOf = ({ sha256 }: Pick<ExportedFile, "sha256">): Identifier => ({
  system: "urn:ietf:rfc:3986",
  value: `urn:hash::sha256:${sha256}`,
});
