import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClinicalRecord } from "@consilium/clinical";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { DeliveredFile } from "../delivery-reading.ts";
import type { StoreFile } from "../process/incoming.ts";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, inShort, memoryStore, readFiles } from "../testing/deliver.ts";
import { largePdf } from "../testing/large-pdf.ts";
import { makePdf } from "../testing/make-pdf.ts";
import { makeZip } from "../testing/make-zip.ts";

const process = openReadingProcess();
afterAll(() => process.close());
vi.setConfig({ testTimeout: 120_000 });

async function read(...files: readonly DeliveredFile[]) {
  const kept = memoryStore();
  const reading = await readFiles(process, files, { store: kept.store });
  return { reading, short: inShort(reading), stored: kept.files };
}

const textOf = (record: ClinicalRecord | undefined) => JSON.stringify(record?.content);

describe("words", () => {
  test("of plain text become a note, with its name as title and its folder as source", async () => {
    const { reading } = await read(delivered("letters/Discharge_2026.txt", "Stable.\n\nNo new lesion."));
    expect(reading.records).toMatchObject([
      {
        kind: "note",
        title: "Discharge 2026",
        source: "letters/Discharge_2026.txt",
        content: {
          blocks: [
            { type: "paragraph", text: "Stable." },
            { type: "paragraph", text: "No new lesion." },
          ],
        },
      },
    ]);
    expect(reading.outcomes[0]?.records).toEqual([reading.records[0]?.id]);
  });

  test("of a page become a note without what would run, which is said", async () => {
    const page =
      '<html><p onclick="steal()">Stable.</p><script>steal()</script><table><tr><td>a<td>b</table></html>';
    const { reading, short } = await read(delivered("a.html", page));
    expect(short).toEqual(["a.html kept scripts-not-kept"]);
    expect(textOf(reading.records[0])).toContain("Stable.");
    expect(textOf(reading.records[0])).not.toContain("steal");
  });

  test("where there are none, and what is not read as words, is said", async () => {
    const { short, reading, stored } = await read(
      delivered("empty.txt", ""),
      delivered("blank.txt", " \n \n"),
      delivered("a.rtf", "{\\rtf1 Stable.}"),
      delivered("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>steal()</script></svg>'),
      delivered("a.xml", '<?xml version="1.0"?><report/>'),
      delivered("a.dcm", Buffer.concat([Buffer.alloc(128), Buffer.from("DICM")])),
      delivered("a.bin", Uint8Array.of(1, 2, 3, 0, 5)),
    );
    expect(short).toEqual([
      "empty.txt not-read empty",
      "blank.txt not-read no-content",
      "a.rtf not-read rtf-not-read",
      "a.svg not-read svg-not-read",
      "a.xml not-read xml-not-read",
      "a.dcm not-read dicom-no-identifiers",
      "a.bin not-read kind-not-read",
    ]);
    expect(reading.records).toEqual([]);
    expect(stored.size).toBe(0);
  });
});

const bundle = (name: string, birthDate: string) =>
  JSON.stringify({
    resourceType: "Bundle",
    type: "collection",
    entry: [
      { resource: { resourceType: "Patient", id: "p", name: [{ text: name }], birthDate } },
      {
        resource: {
          resourceType: "Condition",
          code: { text: "Colon cancer" },
          subject: { reference: "Patient/p" },
        },
      },
    ],
  });

describe("FHIR", () => {
  test("of two patients in one delivery: both are found, with the files that name them", async () => {
    const one = bundle("Ada Brennan", "1962-05");
    const { reading, short } = await read(
      delivered("one.json", one),
      delivered("more.zip", makeZip([{ name: "again.json", content: Buffer.from(one) }])),
      delivered("two.json", bundle("Oona Vik", "1971-01-30")),
    );
    expect(short).toEqual(["one.json kept", "more.zip kept", "more.zip/again.json kept", "two.json kept"]);
    expect(reading.patients).toEqual([
      { name: "Ada Brennan", birthDate: "1962-05", paths: ["one.json", "more.zip/again.json"] },
      { name: "Oona Vik", birthDate: "1971-01-30", paths: ["two.json"] },
    ]);
    expect(reading.records.map(({ kind }) => kind)).toEqual(["problems", "problems", "problems"]);
    expect(new Set(reading.records.map(({ id }) => id)).size).toBe(3);
  });

  test("of one resource is read; what it leaves out is told with its file", async () => {
    const report = {
      resourceType: "DiagnosticReport",
      status: "final",
      code: { text: "CT abdomen" },
      subject: { display: "Ada Brennan" },
      conclusion: "Stable.",
      presentedForm: [{ contentType: "application/pdf", data: "JVBERi0=" }],
    };
    const { reading } = await read(delivered("ct.json", JSON.stringify(report)));
    expect(reading.records).toHaveLength(1);
    expect(reading.patients).toEqual([{ name: "Ada Brennan", birthDate: null, paths: ["ct.json"] }]);
    expect(reading.notUnderstood).toMatchObject([{ path: "ct.json", gap: "attachment-unreadable" }]);
  });

  test.each([
    ["JSON that is no FHIR", '{"resourceType":1,"a":[1,2]}', "not-fhir"],
    ["a list", '[{"a":1}]', "not-fhir"],
    ["half a file", '{"resourceType":"Bundle","entry":[', "cut-off"],
    ["what only begins like JSON", '{"a" 1}', "not-json"],
    [
      "a bundle without a patient",
      '{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Condition"}}]}',
      "no-patient",
    ],
    [
      "lists in lists without end",
      `{"resourceType":"Bundle","a":${"[".repeat(9000)}${"]".repeat(9000)}}`,
      "too-complicated",
    ],
  ])("%s is refused with its reason", async (_what, text, reason) => {
    expect((await read(delivered("a.json", text))).short).toEqual([`a.json not-read ${reason}`]);
  });
});

/** Keeps no byte of what comes. */
const counting: StoreFile = async (_file, pieces) => {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return { id: "01K00000000000000000000LRG", sha256: "00", bytes };
};

describe("a PDF", () => {
  test("is kept as it came, with its pages and whether it has words", async () => {
    const content = makePdf("The lesion in segment six is stable.");
    const { reading, stored } = await read(
      delivered("scans/CT report.pdf", content),
      delivered("b.pdf", makePdf("")),
    );
    expect(reading.records).toMatchObject([
      {
        kind: "document",
        title: "CT report",
        content: { pages: 1, hasText: true, file: { name: "CT report.pdf", mediaType: "application/pdf" } },
      },
      { kind: "document", title: "b", content: { pages: 1, hasText: false } },
    ]);
    const [first] = reading.records;
    const id = first?.kind === "document" ? first.content.file.id : "";
    expect(stored.get(id)?.content.equals(Buffer.from(content))).toBe(true);
  });

  test.each([
    ["when it opens", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"],
    ["by name", "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>"],
  ])("with a script that would run %s is kept and says so", async (_when, catalogue) => {
    const { short } = await read(delivered("a.pdf", makePdf("The lesion is stable since May.", catalogue)));
    expect(short).toEqual(["a.pdf kept scripts-not-run"]);
  });

  test("that needs a password is kept closed, and says so", async () => {
    const secret = "00112233445566778899aabbccddeeff".repeat(2);
    const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >> /ID [<00> <00>]`;
    const { reading, short, stored } = await read(
      delivered("a.pdf", makePdf("Secret words.", "", encryption)),
    );
    expect(short).toEqual(["a.pdf kept needs-password"]);
    expect(reading.records).toMatchObject([{ kind: "document", content: { pages: null, hasText: false } }]);
    expect(stored.size).toBe(1);
  });

  test("of 200 MB is looked into by ranges, within the memory that a reading process has", async () => {
    const file = largePdf("scans.pdf", 200_000_000);
    const reading = await readFiles(process, [file], { store: counting });
    expect(inShort(reading)).toEqual(["scans.pdf kept"]);
    expect(reading.records).toMatchObject([{ content: { pages: 1, file: { bytes: file.bytes } } }]);
  });

  test("that is none behind its first line is damaged", async () => {
    const { short, stored } = await read(delivered("a.pdf", "%PDF-1.7\nnothing of the kind"));
    expect(short).toEqual(["a.pdf not-read damaged"]);
    expect(stored.size).toBe(0);
  });
});

const shared = globalThis.process.env["CONSILIUM_SHARED_DATA"];
const folder = join(shared ?? "", "pdf");

describe.skipIf(!shared || !existsSync(folder))(
  "real PDFs (skipped where CONSILIUM_SHARED_DATA names no folder with them)",
  () => {
    test("have their pages and words, also one that is protected with an empty password", async () => {
      const names = ["tracemonkey.pdf", "ArabicCIDTrueType.pdf", "empty_protected.pdf"];
      const { reading } = await read(
        ...names.map((name) => delivered(name, readFileSync(join(folder, name)))),
      );
      expect(reading.records).toMatchObject([
        { content: { pages: 14, hasText: true } },
        { content: { pages: 1, hasText: true } },
        { content: { pages: 1 } },
      ]);
    });
  },
);
