import { sha256Hex } from "@consilium/foundation";
import type { Binary, DocumentReference } from "@medplum/fhirtypes";
import { addendumBytes } from "../addendum.ts";
import { reportBytes } from "../digest.ts";
import { base64 } from "../html/base64.ts";
import type { ReportChange } from "../layout/lay-change.ts";
import type { Printing } from "../layout/lay-out.ts";
import type { ReportPerson } from "../report-people.ts";
import type { Report } from "../report.ts";
import { writersOf } from "../writers.ts";
import { statusOf } from "./composition.ts";
import { type Named, nameUrl, refer } from "./names.ts";
import { inWords } from "./narrative.ts";
import { roleName } from "./people.ts";
import { hashUrn } from "./records.ts";

/** The signed bytes themselves, also of what was added, whose SHA-256 are the digests on the page; and the PDF, where it is handed in. */
export async function files(
  report: Report,
  pdf: Uint8Array | null,
  { addenda = [], change }: Pick<Printing, "addenda" | "change">,
): Promise<readonly Named[]> {
  const { language, headline } = report;
  const of = { language, title: headline, writers: writersOf(report), at: report.signedAt, change };
  const all = [...(await fileOf(of, "report", "application/json", reportBytes(report)))];
  if (pdf) all.push(...(await fileOf(of, "pdf", "application/pdf", pdf)));
  for (const { addendum, digest } of addenda) {
    const { signer, signedAt: at } = addendum;
    const added = { language: addendum.language, title: headline, writers: [signer], at, change: undefined };
    const bytes = addendumBytes(addendum);
    all.push(...(await fileOf(added, `addendum/${digest}`, "application/json", bytes)));
  }
  return all;
}

interface FileOf {
  readonly language: string;
  readonly title: string;
  readonly writers: readonly ReportPerson[];
  readonly at: string;
  readonly change: ReportChange | undefined;
}

async function fileOf(
  { language, title, writers, at, change }: FileOf,
  name: string,
  contentType: string,
  bytes: Uint8Array,
): Promise<readonly Named[]> {
  const binary: Binary = { resourceType: "Binary", contentType, data: base64(bytes) };
  const reference: DocumentReference = {
    resourceType: "DocumentReference",
    text: inWords(title, contentType),
    masterIdentifier: { system: "urn:ietf:rfc:3986", value: hashUrn(await sha256Hex(bytes)) },
    status:
      change === undefined ? "current" : change.state === "superseded" ? "superseded" : "entered-in-error",
    docStatus: statusOf(change),
    subject: refer("patient"),
    date: at,
    author: writers.map((writer) => refer(roleName(writer), writer.name)),
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
