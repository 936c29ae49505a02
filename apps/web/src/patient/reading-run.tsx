import type { TextPlace } from "@consilium/workspace";
import type { ReactNode } from "react";
import { cutAtMarks } from "./cut-at-marks.ts";
import type { LaidRun } from "./laid-text.ts";
import { useReadingThreads } from "./reading-threads.ts";
import { isSamePlace } from "./text-place.ts";

/** A run of words, cut where threads about it begin and end. `data-offset` says where in the text each piece stands. */
export function ReadingRun({ run, where }: { readonly run: LaidRun; readonly where: TextPlace }) {
  const { marks, openMark } = useReadingThreads();
  const here = marks.filter((mark) => isSamePlace(mark.where, where));
  return cutAtMarks(run, here).map(({ text, offset, mark }) => {
    const words = (
      <span key={offset} data-offset={offset}>
        {formatted(text, run.marks)}
      </span>
    );
    if (!mark) return words;
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
        {words}
      </a>
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
