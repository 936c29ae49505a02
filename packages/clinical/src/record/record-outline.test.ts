import { expect, test } from "vitest";
import { outlineOf, type RecordOutline } from "./record-outline.ts";
import { partsOf, recordTypes } from "./record-types.ts";
import type { ClinicalRecord } from "./record.ts";
import { laboratoryExample, medicinesExample, noteExample } from "./testing/examples.ts";

const studied = { studyUid: "1.2", accession: null, series: [] };
const records: readonly ClinicalRecord[] = [
  noteExample,
  laboratoryExample,
  medicinesExample,
  {
    ...noteExample,
    kind: "imaging-report",
    content: { blocks: [], fields: [], places: [], accession: null, modality: "MR", series: [] },
  },
  {
    ...noteExample,
    title: "Spine, standing",
    kind: "imaging-study",
    content: { ...studied, modalities: ["DX", "CT"], bytes: 1 },
  },
];

const typesOf = (record: RecordOutline) =>
  recordTypes.flatMap((type) =>
    partsOf(type).flatMap(([part, fits]) => (fits(record) ? [`${type} ${part}`] : [])),
  );

test.each(records)("an outline is of the same types as its record: $kind", (record) => {
  expect(typesOf(record).length).toBeGreaterThan(0);
  expect(typesOf(outlineOf(record))).toEqual(typesOf(record));
});
