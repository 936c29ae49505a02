import { IconX } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { useRecords } from "./record-query.ts";
import { RecordRail } from "./record-rail.tsx";
import { RecordThreads } from "./record-threads.tsx";
import { RecordView } from "./record-view.tsx";

/** The record that lies open beside the text, with the list of all of them; nothing where the address names none. */
export function RecordBeside() {
  const { record } = useSearch({ strict: false });
  return record === undefined ? null : <Beside id={record} />;
}

function Beside({ id }: { readonly id: string }) {
  const t = useTranslations("record");
  const { data: records } = useRecords();
  const record = records?.find((one) => one.id === id);
  return (
    <RecordThreads>
      {records && <RecordRail records={records} openRecord={id} isBeside level={2} />}
      <section className="record-beside" aria-label={t("beside")}>
        {records && !record && <p className="record-none">{t("notHere")}</p>}
        {!records && <SkeletonAfter />}
        {record && <RecordView record={record} level={2} actions={<BesideActions id={id} />} />}
      </section>
    </RecordThreads>
  );
}

function BesideActions({ id }: { readonly id: string }) {
  const t = useTranslations("record");
  const { caseId } = useCase();
  const navigate = useNavigate();
  const close = () =>
    void navigate({
      to: ".",
      search: (now) => ({ ...now, record: undefined, evidence: undefined }),
      resetScroll: false,
    });
  return (
    <>
      <Link
        className="record-own-page"
        to="/cases/$caseId/records/$recordId"
        params={{ caseId, recordId: id }}
        search={(now) => ({ ...now, record: undefined, evidence: undefined })}
      >
        {t("ownPage")}
      </Link>
      <ToolbarButton
        icon={<IconX size="1.125rem" stroke={1.75} aria-hidden />}
        label={t("closeRecord")}
        onClick={close}
      />
    </>
  );
}
