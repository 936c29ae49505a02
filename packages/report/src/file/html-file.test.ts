import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { buildReport } from "../build-report.ts";
import { reportBytes, reportDigest } from "../digest.ts";
import type { ReportChange } from "../layout/lay-change.ts";
import type { Report } from "../report.ts";
import { drawPng, idOf, sampleInput } from "../testing/index.ts";
import { htmlFile } from "./html-file.ts";

const image = drawPng(8, 6);
const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
const input = {
  ...sampleInput,
  keyImages: sampleInput.keyImages.map((one) => ({ ...one, sha256: sha256(image) })),
};

async function fileOf(report: Report, change?: ReportChange): Promise<string> {
  const printing = {
    digest: await reportDigest(report),
    checkAddress: "consilium.test/v/",
    reader: "clinician",
    change,
  } as const;
  const data = new TextEncoder().encode("evidence");
  const signatures = [
    { seat: idOf("seat hallstrom"), at: report.signedAt, format: "application/jose", data },
  ];
  return htmlFile(report, printing, { images: new Map([["key-1", image]]), signatures });
}

const scriptOf = (file: string): string => /<script>(.*)<\/script><\/body>/s.exec(file)?.[1] ?? "";

const payloadOf = (file: string): { readonly named: string; readonly text: string } => {
  const [, named = "", text = ""] = /data-sha256="(\w+)">(.*?)<\/script>/s.exec(file) ?? [];
  return { named, text };
};

test("it holds the signed bytes, the picture and the signature under their digests", async () => {
  const report = buildReport(input);
  const { named, text } = payloadOf(await fileOf(report));
  expect(sha256(text)).toBe(named);
  const payload: unknown = JSON.parse(text);
  expect(payload).toMatchObject({
    report: new TextDecoder().decode(reportBytes(report)),
    digest: sha256(reportBytes(report)),
    images: [{ id: "key-1", encoded: Buffer.from(image).toString("base64") }],
    signatures: [{ format: "application/jose", data: Buffer.from("evidence").toString("base64") }],
  });
});

test("its policy lets a browser run this one script and reach nothing", async () => {
  const file = await fileOf(buildReport(input));
  const script = /<script>(.*)<\/script><\/body>/s.exec(file)?.[1] ?? "";
  const hash = createHash("sha256").update(script).digest("base64");
  expect(file).toContain(
    `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`,
  );
});

test("no words of a person end the payload or begin another script", async () => {
  const hostile = `</script><script>alert(1)</script><!--\u2028`;
  const file = await fileOf(
    buildReport({
      ...input,
      headline: hostile,
      conflicts: hostile,
      case: { ...input.case, number: hostile },
    }),
  );
  expect(file.match(/<script/g)).toHaveLength(2);
  expect(file.match(/<\/script/g)).toHaveLength(2);
  const { named, text } = payloadOf(file);
  expect(sha256(text)).toBe(named);
});

test("the same report gives the same file; another picture than the signed one is refused", async () => {
  expect(await fileOf(buildReport(input))).toBe(await fileOf(buildReport(input)));
  await expect(fileOf(buildReport(sampleInput))).rejects.toThrow(/not the one that was signed/);
});

test("of a report that stood it says where to ask whether it still does", async () => {
  const script = scriptOf(await fileOf(buildReport(input)));
  expect(script).toMatch(
    /"unchanged":"Unchanged since it was signed. Whether it still stands, or was corrected or taken back since, can be seen at consilium\.test\/v\//,
  );
});

test.for([
  [
    "retracted",
    "Retracted 28 November 2026. Do not rely on it. Why: The images were of somebody else.",
    "do not rely on it",
  ],
  [
    "superseded",
    "Corrected 28 November 2026. This version no longer stands. Why: The images",
    "no longer stands",
  ],
] as const)(
  "a copy of one that was %s says so, and holds the same signed bytes",
  async ([state, notice, said]) => {
    const report = buildReport(input);
    const at = "2026-11-28T09:00:00Z";
    const file = await fileOf(report, { state, at, reason: "The images\u0000 were of\nsomebody else." });
    const { named, text } = payloadOf(file);
    expect(sha256(text)).toBe(named);
    const payload: Record<"report" | "digest" | "body", string> = JSON.parse(text);
    const { report: signed, digest, body } = payload;
    expect([signed, digest]).toEqual([
      new TextDecoder().decode(reportBytes(report)),
      await reportDigest(report),
    ]);
    expect(/<p class="notice">([^<]*)/.exec(body)?.[1]).toContain(notice);
    expect(/"unchanged":"([^"]*)"/.exec(scriptOf(file))?.[1]).toContain(said);
  },
);
