import { isListRecord } from "@consilium/clinical";
import { EntryList } from "./entry-list.tsx";
import { LaboratoryView } from "./laboratory-view.tsx";
import { RecordBlocks } from "./record-blocks.tsx";
import type { FiledRecord } from "./record-places.ts";
import { ReportFacts } from "./report-facts.tsx";

/** What a record holds, in the form that its kind is read in. */
export function RecordContent({ record }: { readonly record: FiledRecord }) {
  if (isListRecord(record)) return <EntryList entries={record.content.entries} />;
  switch (record.kind) {
    case "note":
      return <RecordBlocks blocks={record.content.blocks} />;
    case "pathology":
    case "imaging-report":
      return (
        <>
          <RecordBlocks blocks={record.content.blocks} />
          <ReportFacts record={record} />
        </>
      );
    case "laboratory":
      return <LaboratoryView record={record} />;
  }
}
