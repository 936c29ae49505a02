import { expect, test } from "vitest";
import { mayAnswer } from "./answering-records.ts";
import type { ClinicalRecord } from "./record.ts";
import { laboratoryExample, noteExample } from "./testing/examples.ts";

const asked = "2026-11-10T09:00:00.000Z";
const came = (record: ClinicalRecord, added = "2026-11-12T09:00:00.000Z") => ({ ...record, added });
const called = (title: string) => came({ ...noteExample, id: title, title });
const study = (modality: string, added?: string) =>
  came(
    {
      ...noteExample,
      id: modality,
      kind: "imaging-study",
      content: { studyUid: "1.2", accession: null, modalities: [modality], series: [], bytes: 1 },
    },
    added,
  );

const offered = (what: string, records: readonly ReturnType<typeof came>[]) =>
  mayAnswer({ what, asked }, records).map(({ id }) => id);

test("a study of the modality that was asked for is offered, and of another one not", () => {
  expect(offered("MRI of the liver with contrast", [study("CT"), study("MR")])).toEqual(["MR"]);
  expect(offered("CT thorax", [study("CT"), study("MR")])).toEqual(["CT"]);
});

test("what was there before it was asked for is no answer", () => {
  expect(offered("MRI of the liver", [study("MR", "2026-11-09T09:00:00.000Z")])).toEqual([]);
});

test("values answer for a laboratory, letters for a report, and words of neither for nothing", () => {
  const records = [came(laboratoryExample), came(noteExample)];
  expect(offered("Tumour markers since May", records)).toEqual([laboratoryExample.id]);
  expect(offered("Discharge summary", records)).toEqual([noteExample.id]);
  expect(offered("Whatever else there is", records)).toEqual([]);
  // A word within another one is none.
  expect(offered("Picture of the scar, directed", [study("CT")])).toEqual([]);
});

test("a paper that is called as what was asked for is offered, after what is of the kind itself", () => {
  expect(offered("Nerve conduction", [called("nerve-conduction"), called("IMG_0012")])).toEqual([
    "nerve-conduction",
  ]);
  const scan = called("MRI lumbar spine, report");
  expect(offered("MRI of the lumbar spine", [scan, study("MR")])).toEqual(["MR", scan.id]);
});
