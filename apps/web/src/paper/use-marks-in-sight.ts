import { type RefObject, useEffect } from "react";
import { useRecordMarks } from "../record/record-marks.ts";
import { useThreads } from "../thread/threads-context.ts";
import { useLatest } from "../thread/use-latest.ts";
import { stepFrom } from "../thread/use-thread-keys.ts";
import type { PaperMarks } from "./paper-marks.ts";
import type { PaperView } from "./use-paper-view.ts";

/**
 * The place of a link that was followed, the mark of the thread that is opened and what is being commented come into sight. Returns the
 * way to the mark before and behind.
 */
export function useMarksInSight(
  { threads, openId, open }: PaperMarks,
  show: PaperView["show"],
  root: RefObject<HTMLElement | null>,
): (step: 1 | -1) => void {
  const { lit, record } = useRecordMarks();
  useEffect(() => {
    if (lit?.kind === "page" && lit.record === record.id) show(lit.page, lit.rectangles);
  }, [lit, record.id, show]);
  const drafted = useThreads().draft?.anchor;
  useEffect(() => {
    // The field for the comment takes room from the pages.
    if (drafted?.kind === "page" && drafted.record === record.id) show(drafted.page, drafted.rectangles);
  }, [drafted, record.id, show]);
  const latest = useLatest(threads);
  const opened = threads.find(({ id }) => id === openId)?.id;
  useEffect(() => {
    const anchor = latest.current.find(({ id }) => id === opened)?.anchor;
    if (!anchor) return;
    show(anchor.page, anchor.rectangles);
    // In a narrow window the threads stand below the pages.
    const card = root.current?.closest(".record-view")?.querySelector(".record-threads .thread[data-open]");
    card?.scrollIntoView({ block: "nearest" });
  }, [opened, latest, show, root]);
  return (step) => {
    const ids = threads.map(({ id }) => id);
    const next = stepFrom(ids, openId, step);
    if (next === undefined) return;
    open(next);
    root.current?.querySelector<HTMLElement>(`[data-mark="${next}"]`)?.focus({ preventScroll: true });
  };
}
