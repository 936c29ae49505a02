import { type Timeline, timelineOf } from "@consilium/clinical";
import { useMemo } from "react";
import { useOpenRecords } from "../record/annotation-list/use-listed-marks.ts";
import { type CaseRecord, filedContent } from "../record/record-query.ts";
import { useThreads } from "../thread/threads-context.ts";
import { marksOfEntries } from "./marks-of-entries.ts";

export interface MarkedTimeline {
  readonly timeline: Timeline;
  /** Open threads by the entry's id; empty until the records that they speak of are ready. */
  readonly marks: ReadonlyMap<string, number>;
}

const none: ReadonlyMap<string, number> = new Map();

export function useTimeline(records: readonly CaseRecord[]): MarkedTimeline {
  const { threads } = useThreads();
  const opened = useOpenRecords(records);
  const timeline = useMemo(() => timelineOf(records.map(filedContent)), [records]);
  const marks = useMemo(
    () => (opened ? marksOfEntries([...timeline.dated, ...timeline.undated], opened, threads) : none),
    [timeline, opened, threads],
  );
  return { timeline, marks };
}
