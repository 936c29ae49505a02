import { EntryList } from "./entry-list.tsx";
import { LaboratoryView } from "./laboratory-view.tsx";
import { RecordBlocks } from "./record-blocks.tsx";
import type { FiledRecord } from "./record-places.ts";
import { ReportFacts } from "./report-facts.tsx";

/** What a record holds, in the form that its kind is read in. */
export function RecordContent({ record }: { readonly record: FiledRecord }) {
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
    case "medicines":
    case "allergies":
    case "problems":
    case "procedures":
    case "immunizations":
    case "encounters":
    case "plans":
      return <EntryList entries={record.content.entries} />;
  }
}
