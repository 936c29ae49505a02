import type { ImageAnchor, Point } from "@consilium/workspace";
import { useCallback, useMemo, useState } from "react";
import type { OpenSeries } from "../series-frames.ts";
import { useSeries } from "../series-query.ts";
import type { OpenStudy } from "../study-choice.ts";
import type { StudyMark } from "../use-marks.ts";
import type { usePanes } from "../use-panes.ts";
import type { ValueWindow } from "../window-presets.ts";
import { voxelOfAnchor } from "./mpr-place.ts";
import {
  type SliceVolume,
  toVoxel,
  type Voxel,
  type VolumeRefusal,
  volumeOf,
  withinVolume,
} from "./slice-volume.ts";

/** Three planes of one series, and how they begin. */
export interface OpenPlanes {
  readonly series: OpenSeries;
  readonly volume: SliceVolume;
  readonly start: {
    readonly voxel: Voxel;
    readonly window: ValueWindow | undefined;
    readonly isInverted: boolean;
  };
  /** The point of whoever is followed, when it has moved. */
  readonly followed: Voxel | undefined;
}

export interface PlanesInUse {
  readonly open: OpenPlanes | undefined;
  /** Why they were asked for and are not there. */
  readonly refusal: VolumeRefusal | undefined;
  readonly toggle: () => void;
  readonly openAt: (series: string, point: Point) => void;
  readonly close: () => void;
}

interface Asked {
  readonly series: string;
  /** Undefined: as the stack lies now. */
  readonly point: Point | undefined;
  readonly index: number;
  readonly window: ValueWindow | undefined;
  /** Undefined: as the pictures say. */
  readonly isInverted: boolean | undefined;
  readonly mark: ImageAnchor | undefined;
}

/** Whether the left picture's series is looked at in three planes. Another series that is opened ends it. */
export function usePlanesOpen(
  record: OpenStudy,
  panes: Pick<ReturnType<typeof usePanes>, "left" | "handles" | "compareWith">,
  marks: readonly StudyMark[],
): PlanesInUse {
  const [asked, ask] = useState<Asked>();
  const isHere = asked?.series === panes.left.series;
  const { data: series } = useSeries(record, isHere ? asked.series : undefined);
  const volume = useMemo(() => (series ? volumeOf(series) : undefined), [series]);
  const start = useStart(
    isHere ? asked : undefined,
    series ?? undefined,
    volume?.ok ? volume.value : undefined,
  );
  const close = useCallback(() => ask(undefined), []);
  const { compareWith } = panes;
  const openAt = useCallback(
    (uid: string, point: Point) => {
      compareWith(undefined);
      ask((now) => ({ ...(now ?? plain), series: uid, point }));
    },
    [compareWith],
  );
  const toggle = () => {
    const handle = panes.handles.left;
    if (isHere || !handle) return close();
    const { index, window, isInverted } = handle.viewport.getSnapshot();
    const mark = marks.find(({ isOpen }) => isOpen)?.anchor;
    compareWith(undefined);
    ask({ series: panes.left.series, point: undefined, index, window, isInverted, mark });
  };
  return {
    open: start,
    refusal: isHere && volume?.ok === false ? volume.reason : undefined,
    toggle,
    openAt,
    close,
  };
}

const plain = { index: 0, window: undefined, isInverted: undefined, mark: undefined };

function useStart(
  asked: Asked | undefined,
  series: OpenSeries | undefined,
  volume: SliceVolume | undefined,
): OpenPlanes | undefined {
  return useMemo(() => {
    if (!asked || !series || !volume) return undefined;
    const { point, index, window, isInverted, mark } = asked;
    const [columns, rows] = volume.size;
    const middle: Voxel = [Math.floor(columns / 2), Math.floor(rows / 2), index];
    const marked = mark && voxelOfAnchor(volume, series, mark, middle);
    const followed = point && withinVolume(volume, toVoxel(volume, point));
    // A mark on another slice is not what is looked at.
    const own = marked?.[2] === index ? marked : middle;
    return {
      series,
      volume,
      start: { voxel: followed ?? own, window, isInverted: isInverted ?? volume.isInverted },
      followed,
    };
  }, [asked, series, volume]);
}
