import "./record.css";
import "./viewer-page.css";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { useShowPlace } from "../case/use-presence.ts";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { useThreads } from "../thread/threads-context.ts";
import { ChoiceBar } from "./choice-bar.tsx";
import { ReadingLine } from "./reading-line.tsx";
import { RecordContent } from "./record-content.tsx";
import { RecordMarksContext } from "./record-marks.ts";
import { RecordMenu } from "./record-menu.tsx";
import { type OpenRecord, threadsInRecord } from "./record-places.ts";
import type { CaseRecord } from "./record-query.ts";
import { RecordThreadList } from "./record-thread-list.tsx";
import { RecordVersions } from "./record-versions.tsx";
import { dateWords } from "./record-words.ts";
import { useReliedOn } from "./relied-on/relied-on-context.ts";
import { ReliedOnHere } from "./relied-on/relied-on-here.tsx";
import { usesInRecord } from "./relied-on/uses-in-record.ts";
import { RevealsLine } from "./reveals-badge.tsx";
import { shownKind, sizeOfStudy } from "./shown-kind.ts";
import { useChoice } from "./use-choice.ts";
import { useLit } from "./use-lit.ts";
import { useMarks, valueOf } from "./use-marks.ts";
import { useNamedPiece } from "./use-named-piece.ts";
import { useOpenInSight } from "./use-open-in-sight.ts";
import { useOpenRecord } from "./use-open-record.ts";
import { useReading } from "./use-reading.ts";
import { useReportedIn } from "./use-reported.ts";
import { useSeeOpened } from "./use-see-place.ts";

export interface RecordViewProps {
  readonly record: CaseRecord;
  /** In the head: the way to another place. */
  readonly actions?: ReactNode;
  /** `1` on a page of its own. */
  readonly level: 1 | 2;
}

/** One record, to be read, quoted and spoken about. */
export function RecordView({ record, actions, level }: RecordViewProps) {
  const open = useOpenRecord(record);
  return (
    <article className="record-view" aria-labelledby="record-title">
      <RecordHead record={record} actions={actions} level={level} />
      {open ? <OpenedRecord key={open.id} record={open} level={level} /> : <SkeletonAfter />}
    </article>
  );
}

function RecordHead({ record, actions, level }: RecordViewProps) {
  const t = useTranslations("record");
  const format = useFormatter();
  const Heading = `h${level}` as const;
  const size = sizeOfStudy(record);
  const asked = useCase().detail.requests.find(({ id }) => id === record.request);
  const facts = [
    t(`kind.${shownKind(record)}`),
    dateWords(format, record.date),
    size ? t(`sizeOf.${size.is}`, { count: size.count }) : "",
    record.source,
    record.author === record.source ? "" : (record.author ?? ""),
    asked?.from ? t("cameThrough", { name: asked.from }) : "",
  ].filter((fact) => fact !== "" && fact !== record.title);
  return (
    <header className="record-head">
      <div>
        <Heading id="record-title" dir="auto">
          {record.title}
        </Heading>
        <p>{facts.join(" · ")}</p>
        <RevealsLine record={record} />
        <RecordVersions record={record} />
      </div>
      {actions}
      <RecordMenu record={record} />
    </header>
  );
}

interface OpenedRecordProps extends Pick<RecordViewProps, "level"> {
  readonly record: OpenRecord;
}

/** What it holds, and what is said of it. */
export function OpenedRecord({ record, level }: OpenedRecordProps) {
  const body = useRef<HTMLDivElement>(null);
  const { threads, openId } = useThreads();
  const here = useMemo(() => threadsInRecord(record, threads), [record, threads]);
  const relied = useReliedOn();
  const reported = useReportedIn(record.filed);
  const uses = useMemo(() => usesInRecord(record, relied, reported), [record, relied, reported]);
  const { leave, ...choosing } = useChoice(record, body);
  const { choice } = choosing;
  useShowPlace("records", record.id);
  const reading = useReading(record, body, valueOf(choice));
  const marks = useMarks(record, here, choosing, reading);
  useLitInSight(body, record);
  useOpenInSight(body, openId, here);
  useSeeOpened(record.filed, openId, here);
  return (
    <RecordMarksContext value={marks}>
      <ReliedOnHere record={record} uses={uses} />
      <ReadingLine record={record} reading={reading} />
      <div className="record-columns">
        <div className="record-body" ref={body}>
          <RecordContent record={record.filed} level={level} />
        </div>
        <RecordThreadList threads={here} uses={uses} />
      </div>
      <ChoiceBar record={record} choice={choice} onLeave={leave} />
    </RecordMarksContext>
  );
}

/** The place of the link that was followed, or that the address names, comes into sight. */
function useLitInSight(body: RefObject<HTMLElement | null>, record: OpenRecord): void {
  const lit = useLit();
  const named = useNamedPiece(record);
  useEffect(() => {
    if (!lit && !named) return undefined;
    // A new screen is first taken to its top.
    const frame = requestAnimationFrame(() => {
      const place = body.current?.querySelector(`[data-look="lit"], [data-lit]`);
      place?.scrollIntoView({ block: "center", inline: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [body, lit, named]);
}
