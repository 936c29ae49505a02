import "./record.css";
import { groupByYear, isPatientSide } from "@consilium/clinical";
import { IconHighlight, IconTimelineEvent } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Segmented } from "../design/segmented.tsx";
import { TextField } from "../design/text-field.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { ToolbarLink } from "../design/toolbar-link.tsx";
import { authorIn } from "../thread/author-in.ts";
import { useThreads } from "../thread/threads-context.ts";
import { AddRecords } from "../upload/add-records.tsx";
import { AnnotationList } from "./annotation-list/annotation-list.tsx";
import { MarksBy } from "./annotation-list/marks-by.tsx";
import { foundIn } from "./found-in.ts";
import { InventoryList } from "./inventory/inventory-list.tsx";
import { type RailView, useRail } from "./rail-context.ts";
import { RailGroup } from "./rail-group.tsx";
import { isNamed, withRecordBeside } from "./record-beside-text.ts";
import { RecordIcon } from "./record-icon.tsx";
import { recordOf } from "./record-places.ts";
import type { CaseRecord } from "./record-query.ts";
import { dateWords } from "./record-words.ts";
import { RevealsBadge } from "./reveals-badge.tsx";
import { groupByShownKind, shownKind, type ShownKind, sizeOfStudy } from "./shown-kind.ts";
import { fetchViewerOf } from "./viewers.ts";

export interface RecordRailProps {
  readonly records: readonly CaseRecord[];
  readonly openRecord: string | undefined;
  /** Opens beside the text instead of at its own address. */
  readonly isBeside: boolean;
  /** `1` where the list is the page. */
  readonly level: 1 | 2;
}

/** All records of the case, or all that was written and drawn on them. */
export function RecordRail(props: RecordRailProps) {
  const { records, isBeside, level } = props;
  const t = useTranslations("record");
  const isPatients = isPatientSide(useCase().detail.seat);
  const { view, show } = useRail();
  const isMarks = view === "marks";
  return (
    <nav className="record-rail" aria-label={t("records")} data-marks={isMarks || undefined}>
      {isPatients && <AddRecords />}
      <RailHead level={level} count={records.length} view={view} onView={(next) => show({ view: next })} />
      {!isMarks && <Unfold />}
      {isMarks ? (
        <AnnotationList records={records} isBeside={isBeside} level={level} />
      ) : (
        <RecordList {...props} order={view} />
      )}
      <div className="record-rail-foot">
        {!isPatients && <AddRecords />}
        {!isMarks && <MarksBy />}
      </div>
    </nav>
  );
}

const toolLook = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;

/** The same records in the order of the patient's history. */
function ToTimeline() {
  const t = useTranslations("timeline");
  const { caseId } = useCase();
  return (
    <Link className="record-rail-timeline" to="/cases/$caseId/records/timeline" params={{ caseId }}>
      <IconTimelineEvent {...toolLook} />
      {t("open")}
    </Link>
  );
}

/**
 * Folded to icons there is no room for names: one more icon leads to the marks, and makes the rail wide, and one to the
 * timeline.
 */
function Unfold() {
  const t = useTranslations("marks");
  const timeline = useTranslations("timeline");
  const { caseId } = useCase();
  const { show } = useRail();
  return (
    <span className="record-rail-unfold">
      <ToolbarButton
        icon={<IconHighlight {...toolLook} />}
        label={t("unfold")}
        onClick={() => show({ view: "marks" })}
      />
      <ToolbarLink
        to="/cases/$caseId/records/timeline"
        params={{ caseId }}
        icon={<IconTimelineEvent {...toolLook} />}
        label={timeline("open")}
      />
    </span>
  );
}

interface RecordListProps extends RecordRailProps {
  readonly order: Exclude<RailView, "marks">;
}

/** What is missing first, then by year or by kind, and who spoke about which. */
function RecordList({ records, openRecord, isBeside, level, order }: RecordListProps) {
  const t = useTranslations("record");
  const { sought, show } = useRail();
  const found = useMemo(() => foundIn(records, sought), [records, sought]);
  const groups = order === "year" ? byYear(found, t("undated")) : byKind(found, (kind) => t(`kinds.${kind}`));
  return (
    <>
      <TextField
        label={t("search")}
        isLabelHidden
        type="search"
        placeholder={t("search")}
        value={sought}
        onChange={({ currentTarget }) => show({ sought: currentTarget.value })}
      />
      {sought === "" && <InventoryList level={level} />}
      {groups.map(([name, members]) => (
        <RailGroup key={name} name={name} level={level}>
          {members.map((record) => (
            <RailItem key={record.id} record={record} isOpen={record.id === openRecord} isBeside={isBeside} />
          ))}
        </RailGroup>
      ))}
      {found.length === 0 && (
        <p className="record-rail-none">{sought === "" ? t("none") : t("nothingFound")}</p>
      )}
    </>
  );
}

interface RailHeadProps {
  readonly level: 1 | 2;
  readonly count: number;
  readonly view: RailView;
  readonly onView: (view: RailView) => void;
}

function RailHead({ level, count, view, onView }: RailHeadProps) {
  const t = useTranslations("record");
  const Heading = `h${level}` as const;
  return (
    <div className="record-rail-head">
      <Heading>
        {t("records")} <span className="num">{count}</span>
      </Heading>
      {count > 0 && <ToTimeline />}
      <Segmented
        label={t("order")}
        options={[
          { value: "year", label: t("byYear") },
          { value: "kind", label: t("byKind") },
          { value: "marks", label: t("marks") },
        ]}
        value={view}
        onChange={onView}
      />
    </div>
  );
}

type Group = readonly [name: string, records: readonly CaseRecord[]];

const byYear = (records: readonly CaseRecord[], undated: string): readonly Group[] =>
  groupByYear(records).map((group) => [group.year ?? undated, group.records]);

const byKind = (records: readonly CaseRecord[], nameOf: (kind: ShownKind) => string): readonly Group[] =>
  groupByShownKind(records).map((group) => [nameOf(group.kind), group.records]);

interface RailItemProps {
  readonly record: CaseRecord;
  readonly isOpen: boolean;
  readonly isBeside: boolean;
}

function RailItem({ record, isOpen, isBeside }: RailItemProps) {
  const { caseId } = useCase();
  const look = {
    className: "record-rail-item",
    "aria-current": isOpen ? ("true" as const) : undefined,
    onMouseEnter: () => fetchViewerOf(record),
    onFocus: () => fetchViewerOf(record),
    onTouchStart: () => fetchViewerOf(record),
  };
  return (
    <li>
      {isBeside ? (
        <Link {...look} title={record.title} to="." search={withRecordBeside(record.id)} resetScroll={false}>
          <RailWords record={record} />
        </Link>
      ) : (
        <Link
          {...look}
          to="/cases/$caseId/records/$recordId"
          params={{ caseId, recordId: record.id }}
          search={withRecordBeside(undefined)}
        >
          <RailWords record={record} />
        </Link>
      )}
    </li>
  );
}

function RailWords({ record }: { readonly record: CaseRecord }) {
  const t = useTranslations("record");
  const format = useFormatter();
  const size = sizeOfStudy(record);
  const facts = [
    dateWords(format, record.date, "day"),
    size ? t(`sizeOf.${size.is}`, { count: size.count }) : "",
    record.source,
  ];
  return (
    <>
      <RecordIcon kind={shownKind(record)} />
      <span>
        <b dir="auto">{record.title}</b>
        <small>{facts.filter((part) => part !== "").join(" · ")}</small>
      </span>
      <RevealsBadge record={record} />
      <WhoSpoke record={record} />
    </>
  );
}

/** A dot for each person with an open thread on the record. */
function WhoSpoke({ record }: { readonly record: CaseRecord }) {
  const t = useTranslations("record");
  const { people } = useCase();
  const { threads } = useThreads();
  const seats = new Set(
    threads
      .filter(({ anchor, state }) => state.is === "open" && isNamed(record, recordOf(anchor)))
      .map(({ by }) => by),
  );
  if (seats.size === 0) return null;
  const spoke = [...seats].map((seat) => ({ seat, ...authorIn(people, seat) }));
  const names = spoke.map(({ name }) => name).join(", ");
  return (
    <span className="record-dots" title={t("spokeBy", { names })}>
      <span className="visually-hidden">{t("spokeBy", { names })}</span>
      {spoke.map(({ seat, colour, side }) => (
        <span key={seat} className="thread-dot" data-person={colour} data-side={side} />
      ))}
    </span>
  );
}
