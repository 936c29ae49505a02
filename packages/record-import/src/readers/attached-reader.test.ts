import type { ClinicalRecord } from "@consilium/clinical";
import sharp from "sharp";
import { afterAll, describe, expect, test, vi } from "vitest";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, inShort, memoryStore, readFiles } from "../testing/deliver.ts";
import { makePdf } from "../testing/make-pdf.ts";

const process = openReadingProcess();
afterAll(() => process.close());
vi.setConfig({ testTimeout: 120_000 });

async function read(path: string, content: string) {
  const kept = memoryStore();
  const reading = await readFiles(process, [delivered(path, content)], { store: kept.store });
  return { reading, short: inShort(reading), stored: kept.files };
}

const pdf = makePdf("The lesion in segment six is stable.");
const base64 = (content: Uint8Array) => Buffer.from(content).toString("base64");
const picture = () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: "#b03060" } })
    .withExif({ IFD0: { Copyright: "Ada Brennan" } })
    .jpeg()
    .toBuffer();

const patient = { resourceType: "Patient", id: "p", name: [{ text: "Ada Brennan" }], birthDate: "1962-05" };
const bundle = (...resources: readonly { readonly id: string }[]) =>
  JSON.stringify({
    resourceType: "Bundle",
    type: "collection",
    entry: [patient, ...resources].map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  });
const subject = { reference: "urn:uuid:p" };

function fileOf(record: ClinicalRecord | undefined) {
  if (record?.kind === "document") return record.content.file;
  if (record?.kind === "pictures") return record.content.pictures[0]?.file;
  throw new Error("It has no file");
}

const attachment = (content: string) => ({
  attachment: { contentType: "application/pdf", data: btoa(content) },
});

describe("a file within FHIR", () => {
  test("that is a PDF becomes a document under its heading; bytes, pages and words are those of the PDF", async () => {
    const letter = {
      resourceType: "DocumentReference",
      id: "d",
      status: "current",
      type: { text: "Discharge letter" },
      subject,
      date: "2026-05-03T10:00:00Z",
      author: [{ display: "Dr Una Brophy" }],
      content: [{ attachment: { contentType: "application/pdf", url: "urn:uuid:b" } }],
    };
    const binary = { resourceType: "Binary", id: "b", contentType: "application/pdf", data: base64(pdf) };
    const problem = { resourceType: "Condition", id: "c", code: { text: "Colon cancer" }, subject };
    const { reading, short, stored } = await read("all.json", bundle(letter, binary, problem));
    expect(short).toEqual(["all.json kept"]);
    const [document] = reading.records.filter(({ kind }) => kind === "document");
    expect(document).toMatchObject({
      title: "Discharge letter",
      date: "2026-05-03T10:00:00Z",
      author: "Dr Una Brophy",
      content: {
        pages: 1,
        hasText: true,
        file: { name: "Discharge letter.pdf", mediaType: "application/pdf" },
      },
    });
    expect(stored.get(fileOf(document)?.id ?? "")?.content.equals(Buffer.from(pdf))).toBe(true);
    expect(reading.notUnderstood).toEqual([]);
    // The problem has no file of its own: what it was read from is kept.
    expect(reading.originals.map(({ path }) => path)).toEqual(["all.json"]);
  });

  test("that is a picture becomes one without what is told beside it; words and pictures of a report are two records", async () => {
    const report = {
      resourceType: "DiagnosticReport",
      id: "r",
      status: "final",
      category: [{ coding: [{ code: "RAD" }] }],
      code: { text: "CT abdomen" },
      subject,
      issued: "2026-05-03T10:00:00Z",
      conclusion: "Stable.",
      presentedForm: [{ contentType: "image/jpeg", data: base64(await picture()) }],
      media: [{ link: { reference: "urn:uuid:m" } }],
    };
    const media = {
      resourceType: "Media",
      id: "m",
      status: "completed",
      content: { contentType: "image/jpeg", data: base64(await picture()) },
    };
    const { reading, stored } = await read("report.json", bundle(report, media));
    expect(reading.records.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      "imaging-report CT abdomen",
      "pictures CT abdomen",
      "pictures CT abdomen",
    ]);
    expect(reading.notUnderstood).toEqual([]);
    const shown = stored.get(fileOf(reading.records[1])?.id ?? "")?.content ?? Buffer.alloc(0);
    expect((await sharp(shown).metadata()).width).toBe(30);
    expect(shown.includes("Brennan")).toBe(false);
  });

  test("is said to be left out where it is damaged, of another kind, or one of too many", async () => {
    const many = {
      resourceType: "DocumentReference",
      id: "d",
      status: "current",
      type: { text: "Letters" },
      subject,
      content: [
        attachment("%PDF-1.7 and nothing of the kind"),
        attachment("{\\rtf1 Stable.}"),
        ...Array.from({ length: 60 }, () => attachment("PK\u0003\u0004")),
      ],
    };
    const problem = { resourceType: "Condition", id: "c", code: { text: "Colon cancer" }, subject };
    const { reading, short } = await read("many.json", bundle(many, problem));
    expect(short).toEqual(["many.json kept"]);
    expect(reading.records.map(({ kind }) => kind)).toEqual(["problems"]);
    const left = Map.groupBy(reading.notUnderstood, ({ gap }) => gap);
    expect(Array.from(left, ([gap, { length }]) => [gap, length])).toEqual([
      ["attachment-unreadable", 1],
      ["attachment-not-text", 49],
      ["attachment-too-many", 12],
    ]);
    expect(reading.notUnderstood[0]).toMatchObject({
      type: "DocumentReference",
      part: "content",
      ids: ["d"],
    });
  });

  test("that is all there is of a file makes its record; its scripts are said", async () => {
    const scripted = makePdf("Stable.", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>");
    const letter = {
      resourceType: "DocumentReference",
      status: "current",
      type: { text: "Living will" },
      subject: { display: "Ada Brennan" },
      content: [{ attachment: { contentType: "application/pdf", data: base64(scripted) } }],
    };
    const { reading, short } = await read("will.json", JSON.stringify(letter));
    expect(short).toEqual(["will.json kept scripts-not-run"]);
    expect(reading.records).toMatchObject([{ kind: "document", title: "Living will" }]);
  });
});

test("a C-CDA document whose body is a PDF is that PDF, under the document's heading", async () => {
  const body = `<component><nonXMLBody><text mediaType="application/pdf" representation="B64">${base64(pdf)}</text></nonXMLBody></component>`;
  const { reading, short } = await read(
    "scan.xml",
    `<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Consultation</title><effectiveTime value="20260503"/><recordTarget><patientRole><patient><name>Ada Brennan</name><birthTime value="196205"/></patient></patientRole></recordTarget>${body}</ClinicalDocument>`,
  );
  expect(short).toEqual(["scan.xml kept"]);
  expect(reading.records).toMatchObject([
    { kind: "document", title: "Consultation", date: "2026-05-03", content: { pages: 1, hasText: true } },
  ]);
  expect(reading.patients).toMatchObject([{ name: "Ada Brennan", birthDate: "1962-05" }]);
});
