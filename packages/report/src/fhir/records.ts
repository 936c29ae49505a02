import type { DocumentReference, Media } from "@medplum/fhirtypes";
import { base64 } from "../html/base64.ts";
import type { Images } from "../html/print-html.ts";
import type { KeyImage, Report, ReportRecord } from "../report.ts";
import { fhirDate } from "./fhir-date.ts";
import { given } from "./given.ts";
import { type Named, refer } from "./names.ts";
import { inWords } from "./narrative.ts";
import { roleName } from "./people.ts";

export const recordName = (id: string): string => `record/${id}`;

/** What was reviewed, named by its digest, and the key images with their pixels. */
export const records = (report: Report, images: Images): readonly Named[] => [
  ...report.records.map((record): Named => ({ name: recordName(record.id), resource: recordOf(record) })),
  ...report.keyImages.map((image): Named => ({
    name: `image/${image.id}`,
    resource: mediaOf(image, report, images),
  })),
];

/** A record stays where it is: the reference says which one it was, and what it held. */
const recordOf = ({ title, kind, date, source, digest }: ReportRecord): DocumentReference => ({
  resourceType: "DocumentReference",
  text: inWords(title, date, source),
  masterIdentifier: { system: "urn:ietf:rfc:3986", value: hashUrn(digest) },
  status: "current",
  type: { text: kind },
  subject: refer("patient"),
  description: [title, source].filter((part) => part !== null).join(", "),
  content: [{ attachment: given({ title, creation: date === null ? null : fhirDate(date) }) }],
});

export const hashUrn = (sha256: string): string => `urn:hash::sha256:${sha256}`;

function mediaOf(image: KeyImage, report: Report, images: Images): Media {
  const { id, mediaType, sha256, width, height, alt, caption } = image;
  const bytes = images.get(id);
  const [signer] = report.signers;
  return given<Media>({
    resourceType: "Media",
    text: inWords(caption, alt),
    identifier: [{ system: "urn:ietf:rfc:3986", value: hashUrn(sha256) }],
    status: "completed",
    subject: refer("patient"),
    operator: signer ? refer(roleName(signer), signer.name) : null,
    width,
    height,
    content: given({
      contentType: mediaType,
      title: caption,
      data: bytes ? base64(bytes) : null,
      size: bytes ? bytes.length : null,
    }),
    note: alt === "" ? null : [{ text: alt }],
  });
}
