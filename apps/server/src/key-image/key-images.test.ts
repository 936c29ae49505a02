import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportDigest, type Report } from "@consilium/report";
import { fhirFaults, makeP12, pdfFacts } from "@consilium/report/testing";
import {
  type Anchor,
  type ImageAnchor,
  type ImageMark,
  sectionRoot,
  setEvidence,
  writeFragment,
} from "@consilium/workspace";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { leadOpinion, oncology } from "../testing/demo-cases.ts";
import { handOver, sliceOf } from "../testing/hand-over.ts";
import { ecgInterval, recordOf, slideRegion } from "../testing/marked-places.ts";
import { signOncology, writeAs } from "../testing/signed-opinion.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { password } from "../testing/test-configuration.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 180_000 });

let server: TestServer;
let author: TestPerson;
let referrer: TestPerson;
let patient: TestPerson;
let folder: string;
let opinion: string;
let report: string;

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const Sheet = z.looseObject({
  basis: z.string(),
  images: z.array(z.object({ sha256: z.string(), caption: z.string(), alt: z.string(), width: z.int() })),
  leftOut: z.array(z.object({ words: z.string(), because: z.string() })),
});
const reportShape = z.custom<Report>((value) => typeof value === "object" && value !== null);
const path = () => `/cases/${oncology}/opinions/${opinion}/signing`;
const sheetOf = async () => Sheet.parse((await author.ask(path())).body);
const bytesOf = async (who: TestPerson, address: string): Promise<Buffer> => {
  const answer = await fetch(`${server.origin}/api${address}`, { headers: { cookie: who.cookie } });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

const evidenceId = (at: number): string => `01K0000000000000000000000${at}`;
const length: ImageMark = {
  tool: "length",
  points: [
    [1, 1, 5],
    [6, 1, 5],
  ],
  space: { is: "patient", frameOfReference: "2.25.1003", normal: [0, 0, 1], up: [0, -1, 0] },
  unit: "mm",
  says: "5.0 mm",
};

/** The findings rely on these places. */
const relyOn = (places: readonly { readonly label: string; readonly anchor: Anchor }[]) =>
  writeAs(
    author,
    oncology,
    `opinion.${opinion}`,
    (doc) => {
      const paragraph = new Y.XmlElement("paragraph");
      const links = places.map(({ label, anchor }, at) => {
        setEvidence(doc, evidenceId(at), { anchor, label });
        const link = new Y.XmlElement("evidence");
        link.setAttribute("id", evidenceId(at));
        return link;
      });
      paragraph.insert(0, [new Y.XmlText("As is seen here "), ...links, new Y.XmlText(".")]);
      doc.getXmlFragment(sectionRoot("findings")).push([paragraph]);
    },
    async () => {
      const { images, leftOut } = await sheetOf();
      return images.length + leftOut.length >= places.length;
    },
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "consilium-seal-"));
  const file = join(folder, "seal.p12");
  writeFileSync(file, makeP12("secret"));
  server = await startTestServer({ seal: { file, passphrase: "secret", stampUrl: undefined } });
  [author, referrer, patient] = await Promise.all(
    ["specialist", "referrer", "patient"].map((name) => server.as(name)),
  ).then(([one, other, third]) => {
    if (!one || !other || !third) throw new Error("Somebody is not there");
    return [one, other, third] as const;
  });
  opinion = await leadOpinion(server.open, oncology);
}, 180_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test("whoever signs sees the pictures as they will be signed, with what was measured, and what cannot be shown", async () => {
  const slices = Object.fromEntries([1, 2, 3].map((at) => [`CT/${at}`, sliceOf(at)]));
  const photograph = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#446688" } })
    .jpeg()
    .toBuffer();
  const study = (await handOver(referrer, oncology, slices)).records[0] ?? "";
  const photographs = (await handOver(referrer, oncology, { "wound.jpg": photograph })).records[0] ?? "";
  const pictures = await recordOf(server, "pictures", photographs);
  const slice: ImageAnchor = {
    kind: "image",
    record: study,
    sha256: sha256(sliceOf(2)),
    study: "2.25.1001",
    series: "2.25.1002",
    instance: "2.25.2002",
    frame: 1,
    window: { centre: -1000, width: 80 },
    mark: length,
  };
  const region: Anchor = {
    kind: "page",
    record: photographs,
    sha256: pictures.content.pictures[0]?.file.sha256 ?? "",
    page: 1,
    rectangles: [[0.25, 0.25, 0.5, 0.5]],
    quote: null,
  };
  await relyOn([
    { label: "slice 2", anchor: slice },
    { label: "the wound", anchor: region },
    { label: "the vein", anchor: await slideRegion(server, referrer) },
    { label: "the QT interval", anchor: await ecgInterval(referrer) },
    { label: "an old slice", anchor: { ...slice, sha256: "0".repeat(64) } },
  ]);
  const { images, leftOut } = await sheetOf();
  expect(images.map(({ caption, alt }) => [caption, alt])).toEqual([
    [
      "CT abdomen, 3 Nov 2026, series 4, slice 2 of 3, window -1,000 / 80, measured 5.0 mm.",
      "An axial slice of CT abdomen; a length is drawn on it: 5.0 mm.",
    ],
    [
      expect.stringContaining("wound"),
      expect.stringMatching(/^A photograph: .*; a region is drawn on it\.$/),
    ],
    ["A1, measured 98,000 µm².", "A part of the slide A1; a region is drawn on it: 98,000 µm²."],
    [
      expect.stringMatching(/^ECG.*, measured 402 ms, 149 a minute\.$/),
      expect.stringMatching(/^A stretch of ECG.*; an interval is marked in it: 402 ms, 149 a minute\.$/),
    ],
  ]);
  expect(leftOut).toEqual([
    { words: "an old slice", because: "its file is another one than when it was marked" },
  ]);
  for (const image of images) {
    const bytes = await bytesOf(author, `${path()}/images/${image.sha256}`);
    expect(sha256(bytes)).toBe(image.sha256);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: image.width });
    expect(bytes.length).toBeLessThan(220_000);
    // Something is drawn on it: no picture is of one colour.
    const { channels } = await sharp(bytes).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(4);
  }
  expect((await referrer.ask(`${path()}/images/${images[0]?.sha256}`)).status).toBe(403);
  expect((await author.ask(`${path()}/images/${"0".repeat(64)}`)).status).toBe(404);
});

test("they are signed with the text: the report names them by digest, and the same bytes are handed out to whoever may read it", async () => {
  const shown = (await sheetOf()).images;
  ({ report } = await signOncology(server, author));
  const read = await referrer.ask(`/cases/${oncology}/reports/${report}`);
  const { report: signed, summary } = z
    .looseObject({ report: reportShape, summary: z.looseObject({ digest: z.string() }) })
    .parse(read.body);
  expect(await reportDigest(signed)).toBe(summary.digest);
  expect(signed.keyImages.map((image) => image.sha256)).toEqual(shown.map((image) => image.sha256));
  expect(signed.imagesLeftOut).toMatchObject([{ words: "an old slice", letter: expect.any(String) }]);
  expect(signed.places.filter(({ keyImage }) => keyImage !== null)).toHaveLength(4);
  for (const image of signed.keyImages) {
    const address = `/cases/${oncology}/reports/${report}/images/${image.id}`;
    expect(sha256(await bytesOf(referrer, address))).toBe(image.sha256);
    // It was not told to them yet: for them there is no report.
    expect((await patient.ask(address)).status).toBe(404);
  }
  expect((await referrer.ask(`/cases/${oncology}/reports/${report}/images/another`)).status).toBe(404);
  await expect(server.open.query("delete from report_image")).rejects.toThrow("insert-only");
  await expect(server.open.query("update report_image set sealed_image = '\\x00'")).rejects.toThrow(
    "insert-only",
  );
});

const figuresOf = async (pdf: Buffer) => {
  const { roles, figuresWithoutAlt, isSigned, texts } = await pdfFacts(pdf);
  return { figures: roles["Figure"], figuresWithoutAlt, isSigned, text: texts.join("\n") };
};

test("the PDF, the page and the FHIR document show them, each with words for whoever does not see it", async () => {
  const of = `/cases/${oncology}/reports/${report}`;
  const { text, ...pdf } = await figuresOf(await bytesOf(referrer, `${of}/pdf`));
  expect(pdf).toEqual({ figures: 4, figuresWithoutAlt: 0, isSigned: true });
  expect(text).toContain("measured 5.0 mm");
  expect(text.replaceAll(/\s+/g, " ")).toContain("an old slice is not shown here");
  const page = (await bytesOf(referrer, `${of}/html`)).toString();
  expect(page.match(/src=\\"image:\d/g)).toHaveLength(4);
  const bundle = JSON.parse((await bytesOf(referrer, `${of}/fhir`)).toString());
  expect(fhirFaults(bundle)).toEqual([]);
  expect(JSON.stringify(bundle).match(/"contentType":"image\/jpeg"/g)).toHaveLength(4);
});

test("it is sealed once: a later download has the same bytes, for each kind of reader", async () => {
  const of = `/cases/${oncology}/reports/${report}`;
  const first = await bytesOf(referrer, `${of}/pdf`);
  expect(sha256(await bytesOf(author, `${of}/pdf`))).toBe(sha256(first));
  await referrer.post(`${of}/told`, { how: "By telephone" });
  const theirs = await bytesOf(patient, `${of}/pdf`);
  expect(sha256(theirs)).not.toBe(sha256(first));
  expect(sha256(await bytesOf(patient, `${of}/pdf`))).toBe(sha256(theirs));
  const { rows } = await server.open.query("select form from sealed_pdf where report_id = $1", [report]);
  expect(rows).toHaveLength(2);
});

test("what is added is in each form, its digest with it; the report's own words and digest stay, and what was sealed before stays as it was", async () => {
  const of = `/cases/${oncology}/reports/${report}`;
  const before = await bytesOf(referrer, `${of}/pdf`);
  const begun = await author.post(`${of}/addenda`, { late: false });
  const { addendum } = z.object({ addendum: z.string() }).parse(begun.body);
  const signing = `/cases/${oncology}/addenda/${addendum}/signing`;
  const AddendumSheet = z.object({ basis: z.string(), words: z.int() });
  const sheet = async () => AddendumSheet.parse((await author.ask(signing)).body);
  const content = [{ type: "paragraph", content: [{ type: "text" as const, text: "The MRI confirms it." }] }];
  await writeAs(
    author,
    oncology,
    `addendum.${addendum}`,
    (doc) => writeFragment(doc.getXmlFragment(sectionRoot("text")), { type: "doc", content }),
    async () => (await sheet()).words > 0,
  );
  const signed = await author.post(signing, { basis: (await sheet()).basis, password });
  const { digest } = z.object({ digest: z.string() }).parse(signed.body);
  const after = await bytesOf(referrer, `${of}/pdf`);
  expect(sha256(after)).not.toBe(sha256(before));
  const { text, figures } = await figuresOf(after);
  const line = text.replaceAll(/\s+/g, " ");
  expect(figures).toBe(4);
  for (const words of ["One addendum was signed since", "Added since", "The MRI confirms it.", digest])
    expect(line).toContain(words);
  const page = (await bytesOf(referrer, `${of}/html`)).toString();
  for (const words of ["The MRI confirms it.", digest]) expect(page).toContain(words);
  const bundle = JSON.parse((await bytesOf(patient, `${of}/fhir`)).toString());
  expect(fhirFaults(bundle)).toEqual([]);
  const compositions = bundle.entry
    .map(({ resource }: { readonly resource: { readonly resourceType: string } }) => resource)
    .filter(({ resourceType }: { readonly resourceType: string }) => resourceType === "Composition");
  expect(compositions).toMatchObject([
    { identifier: expect.any(Object) },
    { relatesTo: [{ code: "appends", targetIdentifier: compositions[0].identifier }] },
  ]);
});
