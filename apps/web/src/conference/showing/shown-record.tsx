import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { SkeletonAfter } from "../../design/skeleton-after.tsx";
import type { CaseRecord } from "../../record/record-query.ts";
import { RecordThreads } from "../../record/record-threads.tsx";
import { OpenedRecord } from "../../record/record-view.tsx";
import { useOpenRecord } from "../../record/use-open-record.ts";
import { NotesEvidence } from "./notes-evidence.tsx";
import { useStageRecord } from "./use-stage-record.ts";

/** A record on the stage, in the viewer of its kind. */
export function ShownRecord({ id }: { readonly id: string }) {
  const t = useTranslations("conferences.stage");
  const found = useStageRecord(id);
  switch (found.is) {
    case "coming":
      return <SkeletonAfter />;
    case "not-here":
      return <p className="stage-wait">{t("notHere")}</p>;
    case "here":
      return <OnStage record={found.record} />;
  }
}

function OnStage({ record }: { readonly record: CaseRecord }) {
  const isGuest = useCase().detail.seat.role === "guest";
  const open = useOpenRecord(record);
  const shown = (
    <article
      className="stage-record"
      aria-label={record.title}
      // It scrolls by the keyboard too, also where nothing in it can be pressed.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <RecordThreads>
        {open ? <OpenedRecord key={open.id} record={open} level={2} /> : <SkeletonAfter />}
      </RecordThreads>
    </article>
  );
  return isGuest ? shown : <NotesEvidence>{shown}</NotesEvidence>;
}
