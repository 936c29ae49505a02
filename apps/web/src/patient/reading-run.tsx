import type { TextPlace } from "@consilium/workspace";
import { type ReactNode, use } from "react";
import { cutText } from "../record/cut-text.ts";
import { cutAtMarks } from "./cut-at-marks.ts";
import type { LaidRun } from "./laid-text.ts";
import { useReadingThreads } from "./reading-threads.ts";
import { TermExplained } from "./term-explained.tsx";
import { TermsContext } from "./terms-of-text.ts";
import { isSamePlace } from "./text-place.ts";

/** A run of words, cut where threads about it begin and end. `data-offset` says where in the text each piece stands. */
export function ReadingRun({ run, where }: { readonly run: LaidRun; readonly where: TextPlace }) {
  const { marks, openMark } = useReadingThreads();
  const here = marks.filter((mark) => isSamePlace(mark.where, where));
  return cutAtMarks(run, here).map(({ text, offset, mark }) => {
    // What is asked about opens its thread; a press cannot do both.
    if (!mark) return <WordsAndTerms key={offset} text={text} offset={offset} marks={run.marks} />;
    // A link, not a button: a button is one box, which does not break over lines and whose words cannot be chosen.
    return (
      <a
        key={offset}
        href={`#${mark.id}`}
        className="reading-mark"
        data-person={mark.colour}
        data-open={mark.isOpen || undefined}
        aria-expanded={mark.isOpen}
        onClick={(event) => {
          event.preventDefault();
          openMark(mark.id);
        }}
      >
        <Words text={text} offset={offset} marks={run.marks} />
      </a>
    );
  });
}

interface WordsProps {
  readonly text: string;
  readonly offset: number;
  readonly marks: LaidRun["marks"];
}

const Words = ({ text, offset, marks }: WordsProps) => (
  <span data-offset={offset}>{formatted(text, marks)}</span>
);

function WordsAndTerms({ text, offset, marks }: WordsProps) {
  const terms = use(TermsContext);
  return cutText(text, offset, terms).map(({ mark: found, ...piece }) => {
    const words = <Words key={piece.offset} {...piece} marks={marks} />;
    if (!found) return words;
    return (
      <TermExplained key={piece.offset} term={found.term}>
        {words}
      </TermExplained>
    );
  });
}

function formatted(text: string, marks: LaidRun["marks"] = []): ReactNode {
  return marks.reduce<ReactNode>((inside, { type, attrs }) => {
    if (type === "bold") return <strong>{inside}</strong>;
    if (type === "italic") return <em>{inside}</em>;
    const href = attrs["href"];
    if (type !== "link" || typeof href !== "string" || !/^(https:\/\/|mailto:)/iu.test(href)) return inside;
    return (
      <a href={href} target="_blank" rel="noreferrer noopener">
        {inside}
      </a>
    );
  }, text);
}
