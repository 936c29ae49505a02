import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { canonicalJson, sha256Hex } from "@consilium/foundation";
import {
  type ManifestBody,
  manifestName,
  manifestSchema,
  sealManifest,
  type SealingKey,
} from "../manifest/manifest.ts";
import { writeZip, type ZipMember } from "../zip/write-zip.ts";

export const utf8 = (text: string): Buffer => Buffer.from(text);

/** With its bytes at hand. */
export interface HeldMember extends ZipMember {
  readonly content: Uint8Array;
}

export const memberOf = (path: string, bytes: Uint8Array): HeldMember => ({
  path,
  content: bytes,
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  open: () => [bytes],
});

/** A small export: a bundle, a signed report in its four forms, a file. */
export async function smallExport(seal?: SealingKey): Promise<readonly HeldMember[]> {
  const signed = canonicalJson({ headline: "Resectable", version: 1 });
  const digest = await sha256Hex(signed);
  const held = { resource: { resourceType: "Binary", data: utf8(signed).toString("base64") } };
  const members = [
    memberOf("case.fhir.json", utf8('{"resourceType":"Bundle"}')),
    memberOf("report/1.json", utf8(signed)),
    memberOf("report/1.pdf", utf8("%PDF-1.7")),
    memberOf("report/1.fhir.json", utf8(JSON.stringify({ entry: [held] }))),
    memberOf("report/1.html", utf8(`<p>${digest}</p>`)),
    memberOf("files/ab-scan.dcm", Buffer.alloc(70_000, 7)),
    memberOf("files/cd-empty.txt", Buffer.alloc(0)),
  ];
  const body: ManifestBody = {
    schema: manifestSchema,
    case: { id: "01ARZ3NDEKTSV4RRFFQ69G5FAV", number: "2026-001" },
    at: "2026-11-29T10:00:00.000Z",
    by: { seat: "S", role: "patient", name: "Rosa Quintana" },
    files: members.map(({ path, bytes, sha256 }) => ({
      path,
      bytes,
      sha256,
      mediaType: "application/octet-stream",
    })),
    reports: [
      {
        n: 1,
        state: "current",
        digest,
        json: "report/1.json",
        pdf: "report/1.pdf",
        fhir: "report/1.fhir.json",
        html: "report/1.html",
      },
    ],
  };
  return [...members, memberOf(manifestName, utf8(JSON.stringify(await sealManifest(body, seal), null, 1)))];
}

export const zipFile = (path: string, members: readonly ZipMember[]): Promise<void> =>
  pipeline(Readable.from(writeZip(members, new Date("2026-11-29T10:00:00Z"))), createWriteStream(path));
