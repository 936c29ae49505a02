import type { ImageAnchor } from "@consilium/workspace";
import { type RefObject, useCallback, useRef, useState } from "react";
import { useFollowed } from "../drawn/looking-together.ts";
import type { ComparedWith } from "./compare-bar.tsx";
import type { PaneSlot } from "./image-pane.tsx";
import type { PaneHandle } from "./pane-handle.ts";
import type { StackLook } from "./stack-look.ts";
import { firstSeries, type OpenStudy, shownSeries } from "./study-choice.ts";
import type { ValueWindow } from "./window-presets.ts";

export type Handles = Readonly<Partial<Record<PaneSlot, PaneHandle>>>;

/** How the values of a series were last looked at in three planes: the stack goes on with it. */
export interface SeriesLook {
  readonly series: string;
  /** Undefined: as the pictures say. */
  readonly window: ValueWindow | undefined;
  readonly isInverted: boolean;
}

/** Read when a stack is opened; a window that is being drawn draws no stack anew. */
export type LastLook = Readonly<RefObject<SeriesLook | undefined>>;

/** Which series lie open, side by side or alone, and which picture is wanted. */
export function usePanes(record: OpenStudy, first: string, studies: readonly OpenStudy[]) {
  const { series, openSeries, lastLook, keepLook } = useLeftSeries(first);
  const [right, compareWith] = useState<ComparedWith>();
  const [active, activate] = useState<PaneSlot>("left");
  const [handles, setHandles] = useState<Handles>({});
  const keepHandle = useCallback(
    (slot: PaneSlot, handle: PaneHandle | undefined) => setHandles((now) => ({ ...now, [slot]: handle })),
    [],
  );
  const toggleCompare = () => {
    activate("left");
    compareWith(right ? undefined : toCompare(record, series, studies));
  };
  return {
    left: { study: record, series, lastLook },
    keepLook,
    right,
    openSeries,
    compareWith,
    toggleCompare,
    active: right ? active : "left",
    activate,
    handles,
    keepHandle,
    ...useWanted(record, right, openSeries),
  };
}

/** The series on the left. Another one that is opened begins with its own look. */
function useLeftSeries(first: string) {
  const [series, setSeries] = useState(first);
  const lastLook = useRef<SeriesLook>(undefined);
  const keepLook = useCallback((look: SeriesLook) => {
    lastLook.current = look;
  }, []);
  const openSeries = useCallback((uid: string) => {
    if (lastLook.current?.series !== uid) lastLook.current = undefined;
    setSeries(uid);
  }, []);
  return { series, openSeries, lastLook, keepLook };
}

/** The picture that somebody wants to see: by a thread, a link, or because it is followed. */
function useWanted(record: OpenStudy, right: ComparedWith | undefined, openSeries: (series: string) => void) {
  const [wanted, setWanted] = useState<ImageAnchor>();
  const [following, follow] = useFollowed();
  const [looked, look] = useState<FollowedLook>();
  const show = useCallback(
    (anchor: ImageAnchor, as?: StackLook) => {
      const isDisplayed = shownSeries(record).some(({ uid }) => uid === anchor.series);
      const isRight = right?.study.content.studyUid === anchor.study && right.series === anchor.series;
      if (anchor.study === record.content.studyUid && isDisplayed && !isRight) openSeries(anchor.series);
      setWanted({ ...anchor });
      look(as && { series: anchor.series, look: as });
    },
    [record, right, openSeries],
  );
  const jump = useCallback(
    (anchor: ImageAnchor) => {
      follow(undefined);
      show(anchor);
    },
    [show, follow],
  );
  const stopFollowing = useCallback(() => follow(undefined), [follow]);
  return { wanted, show, jump, following, follow, stopFollowing, looked: following ? looked : undefined };
}

/** How whoever is followed sees a series. */
interface FollowedLook {
  readonly series: string;
  readonly look: StackLook;
}

/** The newest other study with the same modality; else another series of this study; else the same one. */
function toCompare(record: OpenStudy, series: string, [, ...priors]: readonly OpenStudy[]): ComparedWith {
  const modality = shownSeries(record).find(({ uid }) => uid === series)?.modality;
  for (const study of priors) {
    const alike = shownSeries(study).find((one) => one.modality === modality);
    if (alike)
      return {
        study,
        series:
          firstSeries(study)?.modality === modality ? (firstSeries(study)?.uid ?? alike.uid) : alike.uid,
      };
  }
  const other = shownSeries(record).find(({ uid }) => uid !== series);
  return { study: record, series: other?.uid ?? series };
}
