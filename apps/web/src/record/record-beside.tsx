import { IconX } from "@tabler/icons-react";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { ToolbarLink } from "../design/toolbar-link.tsx";
import { recordAt, withRecordBeside } from "./record-beside-text.ts";
import { useRecords } from "./record-query.ts";
import { RecordRail } from "./record-rail.tsx";
import { RecordThreads } from "./record-threads.tsx";
import { RecordView } from "./record-view.tsx";

/** The record that lies open beside the text, with the list of all of them; nothing where the address names none. */
export function RecordBeside() {
  const { record } = useSearch({ strict: false });
  return record === undefined ? null : <Beside name={record} />;
}

/** `name`: as the address has it. */
function Beside({ name }: { readonly name: string }) {
  const t = useTranslations("record");
  const { data: records } = useRecords();
  const record = records && recordAt(records, name);
  return (
    <RecordThreads>
      {records && <RecordRail records={records} openRecord={record?.id} isBeside level={2} />}
      <section className="record-beside" aria-label={t("beside")}>
        {records && !record && <NoRecord hasRecords={records.length > 0} />}
        {!records && <SkeletonAfter />}
        {record && <RecordView record={record} level={2} actions={<BesideActions id={record.id} />} />}
      </section>
    </RecordThreads>
  );
}

/** The list above may offer to add one; here is the way back to the text alone. */
function NoRecord({ hasRecords }: { readonly hasRecords: boolean }) {
  const t = useTranslations("record");
  return (
    <div className="record-none">
      <p>{hasRecords ? t("notHere") : t("none")}</p>
      <CloseRecord />
    </div>
  );
}

function BesideActions({ id }: { readonly id: string }) {
  const t = useTranslations("record");
  const { caseId } = useCase();
  return (
    <>
      <Link
        className="record-own-page"
        to="/cases/$caseId/records/$recordId"
        params={{ caseId, recordId: id }}
        search={withRecordBeside(undefined)}
      >
        {t("ownPage")}
      </Link>
      <CloseRecord />
    </>
  );
}

function CloseRecord() {
  const t = useTranslations("record");
  return (
    <ToolbarLink
      to="."
      search={withRecordBeside(undefined)}
      resetScroll={false}
      icon={<IconX size="1.125rem" stroke={1.75} aria-hidden />}
      label={t("closeRecord")}
    />
  );
}
