import { sha256Hex } from "@consilium/foundation";
import type { Binary, DocumentReference } from "@medplum/fhirtypes";
import { reportBytes } from "../digest.ts";
import { base64 } from "../html/base64.ts";
import type { Report } from "../report.ts";
import { type Named, nameUrl, refer } from "./names.ts";
import { inWords } from "./narrative.ts";
import { roleName } from "./people.ts";
import { hashUrn } from "./records.ts";

/** The signed bytes themselves, whose SHA-256 is the digest on the page; and the PDF, where it is handed in. */
export async function files(report: Report, pdf: Uint8Array | null): Promise<readonly Named[]> {
  const signed = await fileOf(report, "report", "application/json", reportBytes(report));
  return pdf ? [...signed, ...(await fileOf(report, "pdf", "application/pdf", pdf))] : signed;
}

async function fileOf(
  report: Report,
  name: string,
  contentType: string,
  bytes: Uint8Array,
): Promise<readonly Named[]> {
  const binary: Binary = { resourceType: "Binary", contentType, data: base64(bytes) };
  const reference: DocumentReference = {
    resourceType: "DocumentReference",
    text: inWords(report.headline, contentType),
    masterIdentifier: { system: "urn:ietf:rfc:3986", value: hashUrn(await sha256Hex(bytes)) },
    status: "current",
    docStatus: "final",
    subject: refer("patient"),
    date: report.signedAt,
    author: report.signers.map((signer) => refer(roleName(signer), signer.name)),
    content: [
      {
        attachment: {
          contentType,
          language: report.language,
          url: nameUrl(`binary/${name}`),
          size: bytes.length,
          creation: report.signedAt,
        },
      },
    ],
  };
  return [
    { name: `file/${name}`, resource: reference },
    { name: `binary/${name}`, resource: binary },
  ];
}
