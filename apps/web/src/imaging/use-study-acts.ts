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
  /** Shows the series in three planes. */
  readonly openPlanes: () => void;
}

/** What keys do beyond one picture. */
export function useStudyActs({ study, panes, pane, cine, openPlanes }: Acting): (act: KeyAct) => boolean {
  const openNext = useOpenNext(study.marks.all, panes.left.study.content.studyUid);
  return (act) => {
    switch (act.is) {
      case "planes":
        openPlanes();
        return true;
      case "tool":
        if (!study.marks.drawing) return false;
        study.chooseTool(act.tool);
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
        if (!isViewTool(study.tool)) study.chooseTool("window");
        return hasLeft || !isViewTool(study.tool);
      }
      case "mark":
        return openNext(act.step);
      case "step":
      case "move":
      case "end":
      case "window":
      case "zoom":
      case "key-image":
      case "evidence":
      case "invert":
      case "place":
      case "remove":
      case "reset":
        return false;
    }
  };
}

/** From mark to mark of a study. Returns whether there is a next one. */
function useOpenNext(marks: readonly StudyMark[], studyUid: string): (step: 1 | -1) => boolean {
  const { open, openId } = useThreads();
  return (step) => {
    const next = stepFrom(inOrder(marks, studyUid), openId, step);
    if (next) open(next);
    return Boolean(next);
  };
}

const height = ({ anchor }: StudyMark): number =>
  anchor.mark?.space.is === "patient" ? (anchor.mark.points[0]?.[2] ?? 0) : anchor.frame;

/** Threads of the study's pictures: series by series, slice by slice as far as their heights are known, then by age. */
function inOrder(marks: readonly StudyMark[], studyUid: string): readonly string[] {
  return marks
    .filter(({ thread, anchor }) => thread !== undefined && anchor.study === studyUid)
    .toSorted(
      (one, other) =>
        one.anchor.series.localeCompare(other.anchor.series) ||
        height(one) - height(other) ||
        one.id.localeCompare(other.id),
    )
    .map(({ id }) => id);
}
