import { sha256Hex } from "@consilium/foundation";
import type { Binary, DocumentReference } from "@medplum/fhirtypes";
import { addendumBytes } from "../addendum.ts";
import { reportBytes } from "../digest.ts";
import { base64 } from "../html/base64.ts";
import type { PrintedAddendum } from "../layout/lay-addenda.ts";
import type { Report, Signer } from "../report.ts";
import { type Named, nameUrl, refer } from "./names.ts";
import { inWords } from "./narrative.ts";
import { roleName } from "./people.ts";
import { hashUrn } from "./records.ts";

/** The signed bytes themselves, also of what was added, whose SHA-256 are the digests on the page; and the PDF, where it is handed in. */
export async function files(
  report: Report,
  pdf: Uint8Array | null,
  addenda: readonly PrintedAddendum[],
): Promise<readonly Named[]> {
  const { language, headline } = report;
  const of = { language, title: headline, signers: report.signers, at: report.signedAt };
  const all = [...(await fileOf(of, "report", "application/json", reportBytes(report)))];
  if (pdf) all.push(...(await fileOf(of, "pdf", "application/pdf", pdf)));
  for (const { addendum, digest } of addenda) {
    const { signer, signedAt: at } = addendum;
    const added = { language: addendum.language, title: headline, signers: [signer], at };
    const bytes = addendumBytes(addendum);
    all.push(...(await fileOf(added, `addendum/${digest}`, "application/json", bytes)));
  }
  return all;
}

interface FileOf {
  readonly language: string;
  readonly title: string;
  readonly signers: readonly Signer[];
  readonly at: string;
}

async function fileOf(
  { language, title, signers, at }: FileOf,
  name: string,
  contentType: string,
  bytes: Uint8Array,
): Promise<readonly Named[]> {
  const binary: Binary = { resourceType: "Binary", contentType, data: base64(bytes) };
  const reference: DocumentReference = {
    resourceType: "DocumentReference",
    text: inWords(title, contentType),
    masterIdentifier: { system: "urn:ietf:rfc:3986", value: hashUrn(await sha256Hex(bytes)) },
    status: "current",
    docStatus: "final",
    subject: refer("patient"),
    date: at,
    author: signers.map((signer) => refer(roleName(signer), signer.name)),
    content: [
      {
        attachment: {
          contentType,
          language,
          url: nameUrl(`binary/${name}`),
          size: bytes.length,
          creation: at,
        },
      },
    ],
  };
  return [
    { name: `file/${name}`, resource: reference },
    { name: `binary/${name}`, resource: binary },
  ];
}
