import { useThreads } from "../thread/threads-context.ts";
import { stepFrom } from "../thread/use-thread-keys.ts";
import type { PaneHandle } from "./pane-handle.ts";
import { isViewTool, type Study } from "./study-context.ts";
import type { Cine } from "./use-cine.ts";
import type { StudyMark } from "./use-marks.ts";
import type { usePanes } from "./use-panes.ts";
import type { KeyAct } from "./viewer-keys.ts";

interface Acting {
  readonly study: Study;
  readonly panes: ReturnType<typeof usePanes>;
  readonly pane: PaneHandle | undefined;
  readonly cine: Cine;
}

/** What keys do beyond one picture. */
export function useStudyActs({ study, panes, pane, cine }: Acting): (act: KeyAct) => boolean {
  const { open, openId } = useThreads();
  const { tool, chooseTool, marks } = study;
  return (act) => {
    switch (act.is) {
      case "tool":
        if (!marks.drawing) return false;
        chooseTool(act.tool);
        pane?.act(act);
        return true;
      case "compare":
        panes.toggleCompare();
        return true;
      case "cine":
        cine.toggle();
        return true;
      case "leave": {
        const hasLeft = pane?.act(act) ?? false;
        if (!isViewTool(tool)) chooseTool("window");
        return hasLeft || !isViewTool(tool);
      }
      case "mark": {
        const next = stepFrom(inOrder(marks.all, panes.left.study.id), openId, act.step);
        if (next !== undefined) open(next);
        return next !== undefined;
      }
      default:
        return false;
    }
  };
}

/** Threads of the study's pictures: series by series, slice by slice as far as their heights are known, then by age. */
function inOrder(marks: readonly StudyMark[], record: string): readonly string[] {
  const height = ({ anchor }: StudyMark) =>
    anchor.mark?.space.is === "patient" ? (anchor.mark.points[0]?.[2] ?? 0) : anchor.frame;
  return marks
    .filter(({ thread, anchor }) => thread !== undefined && anchor.record === record)
    .toSorted(
      (one, other) =>
        one.anchor.series.localeCompare(other.anchor.series) ||
        height(one) - height(other) ||
        one.id.localeCompare(other.id),
    )
    .map(({ id }) => id);
}
