import type { KeyboardEventHandler } from "react";
import { useTranslations } from "use-intl";
import { RecordIcon } from "../record/record-icon.tsx";
import { EntryLink } from "./entry-link.tsx";
import type { PlacedMark } from "./lay-lanes.ts";
import { MarkCount } from "./mark-count.tsx";
import { useTimelineWords } from "./timeline-words.ts";

/** Pixels: less than this says nothing. */
const leastWords = 40;

export interface TimelineMarkProps {
  readonly mark: PlacedMark;
  /** Open threads on its entries. */
  readonly count: number;
  readonly isTabStop: boolean;
  readonly isUnfolded: boolean;
  readonly onKeyDown: KeyboardEventHandler;
  readonly onUnfold: () => void;
}

/** A link to the record; of several that lie too close, the way to the list of them. */
export function TimelineMark(props: TimelineMarkProps) {
  const { mark, count, isTabStop, onKeyDown } = props;
  const { title, when } = useTimelineWords();
  const [entry] = mark.entries;
  if (mark.entries.length > 1) return <TogetherMark {...props} />;
  const said = `${title(entry)}, ${when(entry.when)}`;
  const look = {
    className: "timeline-mark",
    tabIndex: isTabStop ? 0 : -1,
    title: said,
    onKeyDown,
    "data-begins": mark.begins,
    "data-ends": mark.ends,
  };
  return (
    <span className="timeline-place" style={placeOf(mark)}>
      <EntryLink entry={entry} look={look}>
        <span
          className="timeline-bar"
          data-soft={isSoft(mark) || undefined}
          style={{ inlineSize: mark.width }}
        >
          <Soft mark={mark} />
          <RecordIcon kind={entry.kind} />
        </span>
        <span className="visually-hidden">{said}</span>
        <MarkCount count={count} />
        <Words words={title(entry)} mark={mark} taken={count > 0 ? countRoom : 0} />
      </EntryLink>
    </span>
  );
}

function TogetherMark({ mark, count, isTabStop, isUnfolded, onKeyDown, onUnfold }: TimelineMarkProps) {
  const t = useTranslations("timeline");
  const { when } = useTimelineWords();
  const { entries } = mark;
  const last = entries.at(-1) ?? entries[0];
  const said = t("together", {
    count: entries.length,
    first: when(entries[0].when),
    last: when(last.when),
  });
  return (
    <span className="timeline-place" style={placeOf(mark)}>
      <button
        type="button"
        className="timeline-mark"
        tabIndex={isTabStop ? 0 : -1}
        aria-expanded={isUnfolded}
        aria-label={said}
        title={said}
        onKeyDown={onKeyDown}
        onClick={onUnfold}
      >
        <span className="timeline-bar" data-together style={{ inlineSize: mark.width }}>
          <span className="num">{entries.length}</span>
        </span>
        <MarkCount count={count} />
      </button>
    </span>
  );
}

interface WordsProps {
  readonly words: string;
  readonly mark: PlacedMark;
  /** Pixels of the room that something else has. */
  readonly taken: number;
}

/** Beside a short mark, within a long bar. The accessible name is said once, above. */
function Words({ words, mark: { width, room }, taken }: WordsProps) {
  const isWithin = width >= 3 * leastWords;
  const space = isWithin ? width - 28 : room - taken;
  if (space < leastWords) return null;
  return (
    <span
      className="timeline-mark-words"
      data-within={isWithin || undefined}
      aria-hidden
      dir="auto"
      style={{ maxInlineSize: space }}
    >
      {words}
    </span>
  );
}

/** Days that are only possible: of a bar its ends, of a year or a month all of it. */
function Soft({ mark: { softStart, softEnd } }: { readonly mark: PlacedMark }) {
  return (
    <>
      {softStart > 0 && <span className="timeline-soft" data-end="start" style={{ inlineSize: softStart }} />}
      {softEnd > 0 && <span className="timeline-soft" data-end="end" style={{ inlineSize: softEnd }} />}
    </>
  );
}

const isSoft = ({ entries: [{ when }] }: PlacedMark): boolean => when.is === "moment" && when.at.length < 10;

/** Pixels of the number of marks. */
const countRoom = 40;

/** Pixels of a row. */
export const rowHeight = 28;

const placeOf = ({ x, row }: PlacedMark) => ({ insetInlineStart: x, insetBlockStart: row * rowHeight + 2 });
