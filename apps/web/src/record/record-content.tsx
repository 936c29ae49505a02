import { isListRecord, type RecordOf } from "@consilium/clinical";
import { lazy, Suspense } from "react";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { useMetadataAhead } from "../imaging/series-query.ts";
import { firstSeries, hasPictures, hasTracings } from "../imaging/study-choice.ts";
import { EntryList } from "./entry-list.tsx";
import { LaboratoryView } from "./laboratory-view.tsx";
import { RecordBlocks } from "./record-blocks.tsx";
import type { FiledRecord } from "./record-places.ts";
import { ReportFacts } from "./report-facts.tsx";
import { viewers } from "./viewers.ts";

/** Each comes only when a record of its kind is opened: their libraries are large. */
const EcgView = lazy(async () => ({ default: (await import("../ecg/ecg-view.tsx")).EcgView }));
const PaperView = lazy(async () => ({ default: (await import("../paper/paper-view.tsx")).PaperView }));
const SlideView = lazy(async () => ({ default: (await import("../slide/slide-view.tsx")).SlideView }));
const StudyView = lazy(async () => ({ default: (await viewers["imaging-study"]()).StudyView }));

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
    case "slide":
      return (
        <Suspense fallback={<DarkBox />}>
          <SlideView record={record} />
        </Suspense>
      );
    case "imaging-study":
      return <StudyContent record={record} />;
  }
}

/** What the series holds is asked for while the viewer's scripts come. */
function StudyContent({ record }: { readonly record: RecordOf<"imaging-study"> }) {
  useMetadataAhead(record, firstSeries(record)?.uid);
  return (
    <Suspense fallback={<DarkBox />}>
      {hasTracings(record) && <EcgView record={record} />}
      {(hasPictures(record) || !hasTracings(record)) && <StudyView record={record} />}
    </Suspense>
  );
}

/** Where pictures will lie, while their viewer is on its way: nothing turns from light to dark when it comes. */
const DarkBox = () => (
  <div className="record-box">
    <SkeletonAfter />
  </div>
);
