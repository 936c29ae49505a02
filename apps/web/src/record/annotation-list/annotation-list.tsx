import "./annotation-list.css";
import { type ReactNode, useMemo, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Glyph } from "../../design/glyph.tsx";
import { SkeletonAfter } from "../../design/skeleton-after.tsx";
import { withKeys } from "../../thread/quoted.tsx";
import { useRail } from "../rail-context.ts";
import { RecordIcon } from "../record-icon.tsx";
import type { CaseRecord } from "../record-query.ts";
import { dateWords } from "../record-words.ts";
import { shownKind } from "../shown-kind.ts";
import { moveInList } from "./list-keys.ts";
import { groupMarks, type ListedMark, type RecordGroup } from "./listed-marks.ts";
import { countMarks, everyOpen, passes } from "./mark-filter.ts";
import { MarkFilters } from "./mark-filters.tsx";
import { MarkRow } from "./mark-row.tsx";
import { useBackToOpenRow } from "./use-back-to-open-row.ts";
import { useListedMarks } from "./use-listed-marks.ts";

export interface AnnotationListProps {
  readonly records: readonly CaseRecord[];
  /** Opens records beside the text instead of at their own address. */
  readonly isBeside: boolean;
  /** Of the rail's heading. */
  readonly level: 1 | 2;
}

/** All that was written and drawn on the records, record by record; what lost its place at the end. */
export function AnnotationList({ records, isBeside, level }: AnnotationListProps) {
  const t = useTranslations("marks");
  const marks = useListedMarks(records);
  if (!marks) return <SkeletonAfter />;
  if (marks.length === 0) return <p className="record-rail-none">{t("none")}</p>;
  return <FilteredList marks={marks} isBeside={isBeside} level={level} />;
}

interface FilteredListProps extends Omit<AnnotationListProps, "records"> {
  readonly marks: readonly ListedMark[];
}

function FilteredList({ marks, isBeside, level }: FilteredListProps) {
  const t = useTranslations("marks");
  const { filter, show } = useRail();
  const counts = useMemo(
    () =>
      countMarks(
        marks.map(({ thread }) => thread),
        filter,
      ),
    [marks, filter],
  );
  const shown = useMemo(() => marks.filter(({ thread }) => passes(filter, thread)), [marks, filter]);
  const count = useRef<HTMLOutputElement>(null);
  const isNarrowed = filter.authors.length > 0 || filter.kinds.length > 0;
  return (
    <>
      <MarkFilters counts={counts} />
      <p className="mark-count">
        <output ref={count} tabIndex={-1}>
          {shown.length === 0 ? t("nothingMatches") : t("count", { count: shown.length })}
        </output>
        {isNarrowed && (
          <button
            type="button"
            className="thread-link"
            onClick={() => {
              // The button goes: whoever pressed it by the keyboard is before the list.
              count.current?.focus();
              show({ filter: { ...everyOpen, state: filter.state } });
            }}
          >
            {t("filter.clear")}
          </button>
        )}
      </p>
      <Groups shown={shown} isBeside={isBeside} level={level} />
      {shown.length > 0 && <p className="mark-keys">{t.rich("keys", withKeys)}</p>}
    </>
  );
}

interface GroupsProps extends Omit<AnnotationListProps, "records"> {
  readonly shown: readonly ListedMark[];
}

function Groups({ shown, isBeside, level }: GroupsProps) {
  const t = useTranslations("marks");
  const { groups, orphaned } = useMemo(() => groupMarks(shown), [shown]);
  const list = useRef<HTMLDivElement>(null);
  useBackToOpenRow(list);
  return (
    // The rows inside have the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="mark-groups" ref={list} onKeyDown={moveInList}>
      {groups.map((group) => (
        <MarkGroup
          key={group.record.id}
          head={<RecordName record={group.record} />}
          marks={group.marks}
          isBeside={isBeside}
          level={level}
        />
      ))}
      {orphaned.length > 0 && (
        <MarkGroup
          head={
            <>
              <Glyph name="advice" />
              <span>{t("orphaned")}</span>
            </>
          }
          marks={orphaned}
          isBeside={isBeside}
          level={level}
          isOrphaned
        />
      )}
    </div>
  );
}

interface MarkGroupProps extends Omit<AnnotationListProps, "records"> {
  readonly head: ReactNode;
  readonly marks: readonly ListedMark[];
  readonly isOrphaned?: boolean;
}

function MarkGroup({ head, marks, isBeside, level, isOrphaned = false }: MarkGroupProps) {
  const Heading = level === 1 ? "h2" : "h3";
  return (
    <section className="mark-group" data-orphaned={isOrphaned || undefined}>
      <Heading>
        {head} <span className="num">{marks.length}</span>
      </Heading>
      <ul>
        {marks.map((mark) => (
          <MarkRow key={mark.thread.key} mark={mark} isBeside={isBeside} />
        ))}
      </ul>
    </section>
  );
}

function RecordName({ record }: Pick<RecordGroup, "record">) {
  const format = useFormatter();
  const day = dateWords(format, record.date, "day");
  return (
    <>
      <RecordIcon kind={shownKind(record)} />
      <span>
        <bdi>{record.title}</bdi> {day !== "" && <small>{day}</small>}
      </span>
    </>
  );
}
