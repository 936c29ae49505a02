import { yearOfWhen } from "@consilium/clinical";
import { EntryRow } from "./entry-row.tsx";
import type { DatedEntry } from "./lay-lanes.ts";

export interface TimelineListProps {
  /** Earlier first. */
  readonly entries: readonly DatedEntry[];
  readonly marks: ReadonlyMap<string, number>;
}

/** The same history where an axis has no room: year by year, the newest first, as the records are listed. */
export function TimelineList({ entries, marks }: TimelineListProps) {
  const years = Map.groupBy(entries.toReversed(), ({ when }) => yearOfWhen(when));
  return [...years].map(([year, members]) => (
    <section key={year} className="timeline-year">
      <h2>{year}</h2>
      <ul>
        {members.map((entry) => (
          <EntryRow key={entry.id} entry={entry} marks={marks.get(entry.id) ?? 0} />
        ))}
      </ul>
    </section>
  ));
}
