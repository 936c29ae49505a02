import type { Place } from "@consilium/clinical";
import type { EvidenceUse } from "@consilium/workspace";
import { expect, test } from "vitest";
import { openRecord, type FiledRecord, placeOfPiece } from "./record-places.ts";
import type { CaseRecord } from "./record-query.ts";
import { usesInRecord, usesOfPlace } from "./relied-on/uses-in-record.ts";
import { placesReportedIn, recordToOpen, reportedAt } from "./report-places.ts";
import { slideRecord, study, testRecord } from "./testing-records.ts";

const reportId = "01K00000000000000000000001";
const formerId = "01K00000000000000000000002";
const studyId = "01K00000000000000000000003";
const slideId = "01K00000000000000000000004";

const filed = (record: FiledRecord, replaces: string[] = []): CaseRecord => {
  const text = JSON.stringify({ ...record, added: "2026-11-20T10:00:00.000Z", by: formerId, replaces });
  const sent: CaseRecord = JSON.parse(text);
  return sent;
};

const place = (id: string, at: Place["at"]): Place => ({ id, label: id, at, measure: null });

const imagingReport = (accession: string | null, modality = "CT") =>
  filed(
    testRecord(reportId, "imaging-report", {
      blocks: [],
      fields: [],
      places: [
        place("s4-87", { kind: "slice", series: 4, slice: 87 }),
        place("s9-1", { kind: "slice", series: 9, slice: 1 }),
        place("ring", { kind: "named" }),
      ],
      accession,
      modality,
      series: [],
    }),
    [formerId],
  );

const pathology = (source = "Northgate") =>
  filed({
    ...testRecord(reportId, "pathology", {
      blocks: [],
      fields: [],
      places: [
        place("vein", { kind: "slide-region", slide: "B2", xywh: [1, 2, 3, 4] }),
        place("glands", { kind: "slide-region", slide: "B3", xywh: [1, 2, 3, 4] }),
      ],
      accession: null,
      specimenBlocks: [],
      slideCount: null,
      scanner: null,
    }),
    source,
  });

function studyOf(accession: string | null): FiledRecord {
  const plain = study(studyId);
  if (plain.kind !== "imaging-study") throw new Error("no study");
  return { ...plain, content: { ...plain.content, accession } };
}
const slide = slideRecord(slideId);
const linkTo = (named: string, record = reportId) =>
  ({ kind: "record-place", record, place: named }) as const;
const keysIn = (records: readonly CaseRecord[], images: FiledRecord) =>
  placesReportedIn(records, images).map(({ key }) => key);

test("pictures have the places that the report with their number names in series that they have", () => {
  expect(keysIn([imagingReport("A1")], studyOf("A1"))).toEqual([`${reportId}/s4-87`]);
  expect(keysIn([imagingReport("A2")], studyOf("A1"))).toEqual([]);
  expect(keysIn([imagingReport(null)], studyOf(null))).toEqual([]);
  expect(keysIn([imagingReport("")], studyOf(""))).toEqual([]);
  expect(keysIn([imagingReport("A1", "MR")], studyOf("A1"))).toEqual([]);
  expect(keysIn([imagingReport("A1")], testRecord(studyId, "note", { blocks: [], pages: null }))).toEqual([]);
});

test("a slide has the places that the report of its laboratory names on it, and no others", () => {
  expect(keysIn([pathology()], slide)).toEqual([`${reportId}/vein`]);
  expect(keysIn([pathology("Elsewhere")], slide)).toEqual([]);
});

test("a link to a place of a report opens its pictures where they are, else the report", () => {
  const [report, images] = [imagingReport("A1"), filed(studyOf("A1"))];
  expect(recordToOpen([report, images], linkTo("s4-87"))).toBe(studyId);
  expect(recordToOpen([report, images], linkTo("s4-87", formerId))).toBe(studyId);
  expect(recordToOpen([report, images], linkTo("ring"))).toBe(reportId);
  expect(recordToOpen([report], linkTo("s4-87"))).toBe(reportId);
  expect(recordToOpen([], linkTo("s4-87"))).toBe(reportId);
  expect(recordToOpen([pathology(), filed(slide)], linkTo("vein"))).toBe(slideId);
  const value = { kind: "observation", record: formerId, observation: "o" } as const;
  expect(recordToOpen([report], value)).toBe(formerId);
});

test("the pictures know the sentences that rely on their places, also by what the report was before", () => {
  const images = openRecord(studyOf("A1"), "c".repeat(64));
  const reported = placesReportedIn([imagingReport("A1")], images.filed);
  const useOf = (id: string, anchor: ReturnType<typeof linkTo>): EvidenceUse => ({
    key: id,
    id,
    evidence: { anchor, label: "slice 87" },
    section: "findings",
    where: { section: "findings" },
    span: { start: 0, end: 10, at: 9 },
    sentence: "It grew.",
  });
  const uses = [
    useOf("now", linkTo("s4-87")),
    useOf("before", linkTo("s4-87", formerId)),
    useOf("elsewhere", linkTo("s9-1")),
  ];
  const found = usesInRecord(images, uses, reported);
  expect(found.map(({ use, report }) => [use.id, report?.id])).toEqual([
    ["now", reportId],
    ["before", reportId],
  ]);
  expect(usesOfPlace(found, { is: "named", place: "s4-87" })).toHaveLength(2);
  expect(reportedAt(reported, linkTo("s9-1"))).toBeUndefined();
});

test("a report is opened at the row of a place by its address", () => {
  const report = openRecord(testRecord(reportId, "imaging-report", imagingReport("A1").content), "d");
  expect(placeOfPiece(report, "place.s4-87")).toEqual({ is: "named", place: "s4-87" });
  expect(placeOfPiece(report, "place.other")).toBeUndefined();
});
