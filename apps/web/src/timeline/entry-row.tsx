import type { TimelineEntry } from "@consilium/clinical";
import { RecordIcon } from "../record/record-icon.tsx";
import { EntryLink } from "./entry-link.tsx";
import { MarkCount } from "./mark-count.tsx";
import { useTimelineWords } from "./timeline-words.ts";

export interface EntryRowProps {
  readonly entry: TimelineEntry;
  readonly marks: number;
}

/** An entry in a list: what, when, and how many marks speak of it. */
export function EntryRow({ entry, marks }: EntryRowProps) {
  const { title, when } = useTimelineWords();
  const date = when(entry.when);
  return (
    <li>
      <EntryLink entry={entry} look={{ className: "timeline-row" }}>
        <RecordIcon kind={entry.kind} />
        <span>
          <b dir="auto">{title(entry)}</b>
          {date !== "" && <small>{date}</small>}
        </span>
        <MarkCount count={marks} />
      </EntryLink>
    </li>
  );
}
