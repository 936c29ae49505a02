import { isListRecord } from "@consilium/clinical";
import { lazy, Suspense } from "react";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { EntryList } from "./entry-list.tsx";
import { LaboratoryView } from "./laboratory-view.tsx";
import { RecordBlocks } from "./record-blocks.tsx";
import type { FiledRecord } from "./record-places.ts";
import { ReportFacts } from "./report-facts.tsx";

/** Each comes only when a record of its kind is opened: their libraries are large. */
const PaperView = lazy(async () => ({ default: (await import("../paper/paper-view.tsx")).PaperView }));
const StudyView = lazy(async () => ({ default: (await import("../imaging/study-view.tsx")).StudyView }));

export interface RecordContentProps {
  readonly record: FiledRecord;
  /** Of the record's title: headings inside stand one below it. */
  readonly level: 1 | 2;
}

/** What a record holds, in the form that its kind is read in. */
export function RecordContent({ record, level }: RecordContentProps) {
  if (isListRecord(record)) return <EntryList entries={record.content.entries} />;
  switch (record.kind) {
    case "note":
      return <RecordBlocks blocks={record.content.blocks} />;
    case "pathology":
    case "imaging-report":
      return (
        <>
          <RecordBlocks blocks={record.content.blocks} />
          <ReportFacts record={record} level={level} />
        </>
      );
    case "laboratory":
      return <LaboratoryView record={record} />;
    case "document":
    case "pictures":
      return (
        <Suspense fallback={<SkeletonAfter />}>
          <PaperView record={record} />
        </Suspense>
      );
    case "imaging-study":
      return (
        <Suspense fallback={<SkeletonAfter />}>
          <StudyView record={record} />
        </Suspense>
      );
  }
}
