import type { ClinicalRecord } from "@consilium/clinical";
import { children, line } from "../json/node.ts";
import { compositionRecord, documentReferenceRecord } from "./documents.ts";
import { imagingStudyRecord } from "./imaging-studies.ts";
import { listedTypes, listRecords } from "./list-records.ts";
import { narrativeRecord, noteListRecords } from "./note-lists.ts";
import { containedObservations, hasValue, observationRecords } from "./observations.ts";
import type { Found, Reading } from "./reading.ts";
import { reportRecord } from "./reports.ts";
import { gapOfType, supportingTypes } from "./resource-types.ts";

function hasReadResults(report: Found, read: ReadonlySet<unknown>, reading: Reading): boolean {
  return children(report.node, "result").some((reference) => {
    const resolved = reading.index.resolve(line(reference, "reference"), report.node);
    return resolved !== null && read.has(resolved.resource);
  });
}

const isPresent = <Value>(value: Value | null): value is Value => value !== null;

/** Every admitted entry becomes part of a record, or is booked with the reason why not. */
export function mapEntries(found: readonly Found[], reading: Reading): readonly ClinicalRecord[] {
  const ofType = (type: string): readonly Found[] => found.filter(({ entry }) => entry.type === type);
  const reports = ofType("DiagnosticReport");
  const observations = [...ofType("Observation"), ...containedObservations(found)];
  const readable = new Set<unknown>(observations.map(({ node }) => node).filter(hasValue));
  const records = [
    ...ofType("Composition").map((one) => compositionRecord(one, reading)),
    ...ofType("DocumentReference").map((one) => documentReferenceRecord(one, reading)),
    ...reports.map((report) => reportRecord(report, hasReadResults(report, readable, reading), reading)),
    ...ofType("ImagingStudy").map((study) => imagingStudyRecord(study, reading)),
    ...observationRecords(observations, reports, reading),
    ...listRecords(found, reading),
    ...noteListRecords(found, reading),
  ];
  const other = narrativeRecord(found.filter(hasNoMapper), reading);
  for (const { entry } of found) {
    const supports = supportingTypes.has(entry.type);
    reading.ledger.leave(entry, gapOfType(entry.type) ?? (supports ? "not-referred-to" : "no-content"));
  }
  return [...records, other].filter(isPresent);
}

const mapped = new Set([
  "Composition",
  "Device",
  "DiagnosticReport",
  "DocumentReference",
  "FamilyMemberHistory",
  "ImagingStudy",
  "Observation",
]);

const hasNoMapper = ({ entry: { type } }: Found): boolean =>
  !mapped.has(type) && !listedTypes.has(type) && !supportingTypes.has(type) && gapOfType(type) === undefined;
