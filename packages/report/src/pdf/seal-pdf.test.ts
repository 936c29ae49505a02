import { createHash, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildReport } from "../build-report.ts";
import { drawPng, makeP12, pdfFacts, sampleInput, sealFacts } from "../testing/index.ts";
import { createPdfPrinter } from "./pdf-printer.ts";
import { openSealKey, type SealKey } from "./seal-key.ts";
import { sealPdf } from "./seal-pdf.ts";

const p12 = makeP12("a passphrase");
const words = { reason: "Second medical opinion", name: "Made up", at: new Date("2026-11-26T15:12:09Z") };
const printer = createPdfPrinter();
afterAll(() => printer.close());

let pdf: Uint8Array;
let key: SealKey;
let sealed: Uint8Array;
beforeAll(async () => {
  key = await openSealKey(p12, "a passphrase");
  pdf = await printer.print(
    buildReport(sampleInput),
    { digest: "7".repeat(64), checkAddress: "consilium.test/v/", reader: "clinician" },
    new Map([["key-1", drawPng(8, 6)]]),
  );
  sealed = await sealPdf(pdf, key, words);
});

const isUnchanged = async (file: Uint8Array): Promise<boolean> => (await sealFacts(file)).isUnchanged;

test("a sealed PDF can be verified, and keeps its bytes, its tags and its outline", async () => {
  expect(await isUnchanged(sealed)).toBe(true);
  expect(Buffer.from(sealed.subarray(0, pdf.length - 8))).toEqual(
    Buffer.from(pdf.subarray(0, pdf.length - 8)),
  );
  const [before, after] = [await pdfFacts(pdf), await pdfFacts(sealed)];
  expect(after).toMatchObject({ isSigned: true, isMarked: true, isUniversal: true, language: "en-GB" });
  expect(after.roles).toEqual(before.roles);
  expect(after.texts).toEqual(before.texts);
});

test("one changed byte, and bytes behind its end, are seen", async () => {
  for (const at of [20, 5_000, pdf.length >> 1, sealed.length - 9]) {
    const changed = Uint8Array.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await isUnchanged(changed)).toBe(false);
  }
  expect(await isUnchanged(Uint8Array.from([...sealed, 32]))).toBe(false);
});

test("it is PAdES baseline B: detached CAdES that names its certificate and says no time of its own", () => {
  const raw = Buffer.from(sealed).toString("latin1");
  expect(raw).toContain("/SubFilter /ETSI.CAdES.detached");
  const signature = /\/Contents <([0-9a-f]+)/i.exec(raw)?.[1] ?? "";
  const hash = createHash("sha256").update(key.certificates[0]).digest("hex");
  expect(signature.toLowerCase()).toContain(hash);
  // 1.2.840.113549.1.9.5, the time of signing.
  expect(signature.toLowerCase()).not.toContain("2a864886f70d010905");
});

test("the same PDF, key and time give the same sealed bytes; a key can be used again", async () => {
  expect(Buffer.from(await sealPdf(pdf, key, words)).equals(sealed)).toBe(true);
});

test("the key says whose it is and until when", () => {
  expect(key.subject).toBe("Consilium report seal, Made up");
  expect(key.validUntil).toEqual(new Date("2036-01-01T00:00:00Z"));
  const [own, authority] = key.certificates.map((der) => new X509Certificate(der));
  expect(authority && own?.checkIssued(authority)).toBe(true);
});

test("another passphrase, and what is no P12, are refused", async () => {
  await expect(openSealKey(p12, "another")).rejects.toMatchObject({ reason: "not-a-p12" });
  await expect(openSealKey(new Uint8Array([1, 2, 3]), "")).rejects.toMatchObject({ reason: "not-a-p12" });
});
