import "./record.css";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { useShowPlace } from "../case/use-presence.ts";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { authorIn } from "../thread/author-in.ts";
import { useThreads } from "../thread/threads-context.ts";
import { ChoiceBar, type RecordChoice } from "./choice-bar.tsx";
import { useEvidence } from "./evidence-context.ts";
import { RecordContent } from "./record-content.tsx";
import { type RecordMark, type RecordMarks, RecordMarksContext } from "./record-marks.ts";
import { type OpenRecord, placeInRecord, type ThreadInRecord, threadsInRecord } from "./record-places.ts";
import type { CaseRecord } from "./record-query.ts";
import { RecordThreadList } from "./record-thread-list.tsx";
import { dateWords } from "./record-words.ts";
import { useChoice } from "./use-choice.ts";
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
      {open ? <OpenedRecord key={open.id} record={open} /> : <SkeletonAfter />}
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
    record.author ?? "",
  ].filter((fact) => fact !== "");
  return (
    <header className="record-head">
      <div>
        <Heading id="record-title" dir="auto">
          {record.title}
        </Heading>
        <p>{facts.join(" · ")}</p>
      </div>
      {actions}
    </header>
  );
}

function OpenedRecord({ record }: { readonly record: OpenRecord }) {
  const body = useRef<HTMLDivElement>(null);
  const { threads } = useThreads();
  const here = useMemo(() => threadsInRecord(record, threads), [record, threads]);
  const { choice, chooseValue, choosePlace, leave } = useChoice(record, body);
  const marks = useMarks(record, here, { choice, chooseValue, choosePlace });
  useShowPlace("records", record.id);
  useLitInSight(body, record);
  return (
    <RecordMarksContext value={marks}>
      <div className="record-columns">
        <div className="record-body" ref={body}>
          <RecordContent record={record.filed} />
        </div>
        <RecordThreadList threads={here} />
      </div>
      <ChoiceBar record={record} choice={choice} onLeave={leave} />
    </RecordMarksContext>
  );
}

interface Choosing {
  readonly choice: RecordChoice | undefined;
  readonly chooseValue: RecordMarks["chooseValue"];
  readonly choosePlace: RecordMarks["choosePlace"];
}

function useMarks(record: OpenRecord, here: readonly ThreadInRecord[], choosing: Choosing): RecordMarks {
  const { people } = useCase();
  const { open, openId, draft } = useThreads();
  const lit = useEvidence()?.lit;
  const { choice, chooseValue, choosePlace } = choosing;
  return useMemo(() => {
    const place = placeInRecord(record, lit?.anchor);
    const drafted = placeInRecord(record, draft?.anchor);
    const threadMarks = here.flatMap(({ thread, place: at }): RecordMark[] =>
      at.is === "stretch" && (thread.state.is === "open" || thread.id === openId)
        ? [
            {
              ...at,
              id: thread.id,
              look: "thread",
              colour: authorIn(people, thread.by).colour,
              isOpen: thread.id === openId,
            },
          ]
        : [],
    );
    const marked = (look: "lit" | "draft", at: typeof place): RecordMark[] => {
      if (at?.is === "stretch") return [{ ...at, id: look, look, colour: "slate", isOpen: true }];
      // A place that a report names has no words of its own.
      return at?.is === "named"
        ? [{ id: `place ${at.place}`, start: 0, end: 0, look, colour: "slate", isOpen: true }]
        : [];
    };
    const onValue = here.flatMap(({ thread, place: at }) =>
      at.is === "value" && thread.state.is === "open"
        ? [{ observation: at.observation, id: thread.id, colour: authorIn(people, thread.by).colour }]
        : [],
    );
    return {
      pieces: new Map(record.laid.pieces.map((piece) => [piece.key, piece])),
      marks: [...threadMarks, ...marked("lit", place), ...marked("draft", drafted)],
      openThread: open,
      threadsOnValue: Map.groupBy(onValue, ({ observation }) => observation),
      litValue: place?.is === "value" ? place.observation : undefined,
      chooseValue,
      choosePlace,
      chosenValue: choice?.anchor.kind === "observation" ? choice.anchor.observation : undefined,
    };
  }, [record, here, people, open, openId, draft, lit, choice, chooseValue, choosePlace]);
}

/** Both ends of a link light up: the place comes into sight, and its light fades after a second. */
function useLitInSight(body: { readonly current: HTMLElement | null }, record: OpenRecord): void {
  const lit = useEvidence()?.lit;
  const [done, setDone] = useState<unknown>();
  useEffect(() => {
    if (!lit || done === lit) return;
    const place = body.current?.querySelector(`[data-look="lit"], [data-lit]`);
    place?.scrollIntoView({ block: "center", inline: "nearest" });
    setDone(lit);
  }, [body, lit, done, record]);
}
