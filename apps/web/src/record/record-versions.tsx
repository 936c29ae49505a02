import { groupByYear, isPatientSide } from "@consilium/clinical";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { useMayAdd } from "../upload/use-case-deliveries.ts";
import { withEarlierOpen } from "./record-beside-text.ts";
import { type CaseRecord, earlierQuery, sayReplaces, useRecords } from "./record-query.ts";
import { dateWords } from "./record-words.ts";

export interface RecordVersionsProps {
  readonly record: CaseRecord;
}

/**
 * What a record replaces, and the way to say that it does. A study is filed anew by itself, and what it was is gone: of it there
 * is nothing to say.
 */
export function RecordVersions({ record }: RecordVersionsProps) {
  const maySay = useMaySay(record);
  if (record.kind === "imaging-study") return null;
  return (
    <div className="record-versions">
      {record.replaces.map((id) => (
        <EarlierLink key={id} record={record} earlier={id} />
      ))}
      {maySay && <SayReplaces record={record} />}
    </div>
  );
}

interface EarlierLinkProps extends RecordVersionsProps {
  /** An id that it replaces. */
  readonly earlier: string;
}

/** One of several is called by its title and its date. */
function EarlierLink({ record, earlier }: EarlierLinkProps) {
  const t = useTranslations("record");
  const format = useFormatter();
  const { caseId, seat } = useCase();
  const { data } = useQuery({
    ...earlierQuery(caseId, seat, earlier),
    enabled: record.replaces.length > 1,
  });
  const name = data && [data.title, dateWords(format, data.date)].filter((part) => part !== "").join(", ");
  return (
    <Link
      to="/cases/$caseId/records/$recordId"
      params={{ caseId, recordId: record.id }}
      search={withEarlierOpen(earlier)}
    >
      {name ? t("earlierNamed", { name }) : t("earlierVersion")}
    </Link>
  );
}

/** The patient's side is asked only about what it handed over itself: of a hospital's records others say it. */
function useMaySay({ by }: CaseRecord): boolean {
  const { seat } = useCase().detail;
  const mayAdd = useMayAdd();
  return mayAdd && (!isPatientSide(seat) || by === seat.id);
}

function SayReplaces({ record }: RecordVersionsProps) {
  const t = useTranslations("record");
  const [isOpen, open] = useState(false);
  const { data: all = [] } = useRecords();
  const others = newestFirst(all.filter(({ id, kind }) => kind === record.kind && id !== record.id));
  // Something has taken the place of an earlier version: it takes nobody's.
  const isEarlier = !all.some(({ id }) => id === record.id);
  if (others.length === 0 || isEarlier) return null;
  return (
    <>
      <button type="button" className="thread-link" onClick={() => open(true)}>
        {t("replacesEarlier")}
      </button>
      {isOpen && <ChooseEarlier record={record} others={others} onClose={() => open(false)} />}
    </>
  );
}

const newestFirst = (records: readonly CaseRecord[]): readonly CaseRecord[] =>
  groupByYear(records).flatMap((group) => group.records);

interface ChooseEarlierProps extends RecordVersionsProps {
  readonly others: readonly CaseRecord[];
  readonly onClose: () => void;
}

function ChooseEarlier({ record, others, onClose }: ChooseEarlierProps) {
  const t = useTranslations("record");
  const format = useFormatter();
  const { mutate, error, isPending } = useSaying(record, onClose);
  return (
    <Dialog isOpen onClose={onClose} title={t("replacesTitle", { title: record.title })}>
      <p>{t("replacesText")}</p>
      <ul className="record-replaceable">
        {others.map(({ id, title, date, source }) => (
          <li key={id}>
            <Button look="quiet" disabled={isPending} onClick={() => mutate(id)}>
              <span>
                <bdi>{title}</bdi>
                <small>{[dateWords(format, date), source].filter((part) => part !== "").join(" · ")}</small>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("notReplaced")} />}
    </Dialog>
  );
}

function useSaying(record: CaseRecord, done: () => void) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (earlier: string) => sayReplaces(caseId, seat, record.id, earlier),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: caseKey(caseId, "records") });
      done();
    },
  });
}
