import "./record.css";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { useShowPlace } from "../case/use-presence.ts";
import type { AvatarPerson } from "../design/avatar.tsx";
import type { PersonColour } from "../design/person-colour.ts";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { authorIn } from "../thread/author-in.ts";
import { useThreads } from "../thread/threads-context.ts";
import { ChoiceBar, type RecordChoice } from "./choice-bar.tsx";
import { RecordContent } from "./record-content.tsx";
import { type RecordMark, type RecordMarks, RecordMarksContext } from "./record-marks.ts";
import { RecordMenu } from "./record-menu.tsx";
import {
  type OpenRecord,
  placeInRecord,
  type RecordPlace,
  type ThreadInRecord,
  threadsInRecord,
} from "./record-places.ts";
import type { CaseRecord } from "./record-query.ts";
import { RecordThreadList } from "./record-thread-list.tsx";
import { RecordVersions } from "./record-versions.tsx";
import { dateWords } from "./record-words.ts";
import { useReliedOn } from "./relied-on/relied-on-context.ts";
import { ReliedOnHere } from "./relied-on/relied-on-here.tsx";
import { usesInRecord } from "./relied-on/uses-in-record.ts";
import { RevealsLine } from "./reveals-badge.tsx";
import { useChoice } from "./use-choice.ts";
import { useLit } from "./use-lit.ts";
import { useNamedPiece } from "./use-named-piece.ts";
import { useOpenInSight } from "./use-open-in-sight.ts";
import { useOpenRecord } from "./use-open-record.ts";

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
  const facts = [
    t(`kind.${record.kind}`),
    dateWords(format, record.date),
    record.source,
    record.author === record.source ? "" : (record.author ?? ""),
  ].filter((fact) => fact !== "");
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

function OpenedRecord({ record, level }: OpenedRecordProps) {
  const body = useRef<HTMLDivElement>(null);
  const { threads, openId } = useThreads();
  const here = useMemo(() => threadsInRecord(record, threads), [record, threads]);
  const relied = useReliedOn();
  const uses = useMemo(() => usesInRecord(record, relied), [record, relied]);
  const { leave, ...choosing } = useChoice(record, body);
  const { choice } = choosing;
  const marks = useMarks(record, here, choosing);
  useShowPlace("records", record.id);
  useLitInSight(body, record);
  useOpenInSight(body, openId, here);
  return (
    <RecordMarksContext value={marks}>
      <ReliedOnHere record={record} uses={uses} />
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

interface Choosing {
  readonly choice: RecordChoice | undefined;
  readonly chooseValue: RecordMarks["chooseValue"];
  readonly choosePlace: RecordMarks["choosePlace"];
  readonly choose: RecordMarks["choose"];
}

function useMarks(record: OpenRecord, here: readonly ThreadInRecord[], choosing: Choosing): RecordMarks {
  const { people } = useCase();
  const { open, openId, draft } = useThreads();
  const lit = useLit();
  const named = useNamedPiece(record);
  const { choice, chooseValue, choosePlace, choose } = choosing;
  return useMemo(() => {
    const litPlace = placeInRecord(record, lit?.anchor);
    const place = named ?? litPlace;
    const drafted = placeInRecord(record, draft?.anchor);
    const authorOf = (seat: string) => authorIn(people, seat);
    const colourOf = (seat: string) => authorOf(seat).colour;
    return {
      pieces: new Map(record.laid.pieces.map((piece) => [piece.key, piece])),
      marks: [
        ...here.flatMap((one) => threadMark(one, openId, colourOf)),
        ...singleMark("lit", place),
        ...singleMark("draft", drafted),
      ],
      openThread: open,
      threadsOnValue: Map.groupBy(
        here.flatMap((one) => valueMark(one, authorOf)),
        ({ observation }) => observation,
      ),
      litValue: place?.is === "value" ? place.observation : undefined,
      chooseValue,
      choosePlace,
      chosenValue: choice?.anchor.kind === "observation" ? choice.anchor.observation : undefined,
      record,
      here,
      lit: litPlace && "anchor" in litPlace ? litPlace.anchor : lit?.anchor,
      chosen: choice?.anchor,
      choose,
    };
  }, [record, here, people, open, openId, draft, lit, named, choice, chooseValue, choosePlace, choose]);
}

type ColourOf = (seat: string) => PersonColour;

function threadMark(
  { thread, place }: ThreadInRecord,
  openId: string | undefined,
  colourOf: ColourOf,
): RecordMark[] {
  const isOpen = thread.id === openId;
  if (place.is !== "stretch" || (thread.state.is !== "open" && !isOpen)) return [];
  return [{ ...place, id: thread.id, look: "thread", colour: colourOf(thread.by), isOpen }];
}

function valueMark({ thread, place }: ThreadInRecord, authorOf: (seat: string) => AvatarPerson) {
  if (place.is !== "value" || thread.state.is !== "open") return [];
  const author = authorOf(thread.by);
  return [{ observation: place.observation, id: thread.id, colour: author.colour, author }];
}

function singleMark(look: "lit" | "draft", place: RecordPlace | undefined): RecordMark[] {
  const mark = { look, colour: "slate", isOpen: true } as const;
  if (place?.is === "stretch") return [{ ...place, id: look, ...mark }];
  // A place that a report names has no words of its own.
  return place?.is === "named" ? [{ id: `place ${place.place}`, start: 0, end: 0, ...mark }] : [];
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
