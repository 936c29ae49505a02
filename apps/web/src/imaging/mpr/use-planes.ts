import type { ImageAnchor } from "@consilium/workspace";
import { useMemo, useState } from "react";
import { firstWindow } from "../use-viewport.ts";
import type { ValueWindow } from "../window-presets.ts";
import { voxelOfAnchor } from "./mpr-place.ts";
import { type PlaneMove, unmoved } from "./plane-fit.ts";
import { type PlaneName, type PlaneView, planesOf } from "./plane-view.ts";
import { resliced, windowOfValues } from "./reslice.ts";
import { type Voxel, withinVolume } from "./slice-volume.ts";
import type { OpenPlanes } from "./use-planes-open.ts";
import { type LoadedSlices, useSliceValues } from "./use-slice-values.ts";

/** What a drag does in the planes. */
export const planeTools = ["point", "window", "pan", "zoom"] as const;
export type PlaneTool = (typeof planeTools)[number];

export interface Planes extends Pick<OpenPlanes, "series" | "volume"> {
  readonly views: Readonly<Record<PlaneName, PlaneView>>;
  /** Where the planes cross. */
  readonly voxel: Voxel;
  readonly slices: LoadedSlices;
  readonly window: ValueWindow | undefined;
  readonly isInverted: boolean;
  readonly tool: PlaneTool;
  readonly active: PlaneName;
  readonly moves: Readonly<Record<PlaneName, PlaneMove>>;
  readonly go: (voxel: Voxel) => void;
  readonly step: (name: PlaneName, by: number) => void;
  readonly setWindow: (window: ValueWindow) => void;
  readonly fullWindow: () => ValueWindow | undefined;
  readonly invert: () => void;
  readonly chooseTool: (tool: PlaneTool) => void;
  readonly activate: (name: PlaneName) => void;
  readonly move: (name: PlaneName, change: (now: PlaneMove) => PlaneMove) => void;
  readonly reset: () => void;
}

const still = { axial: unmoved, coronal: unmoved, sagittal: unmoved };

interface Look {
  readonly window: ValueWindow | undefined;
  readonly isInverted: boolean;
}

/** `onMove`: somebody moved the point by hand. */
export function usePlanes(open: OpenPlanes, wanted: ImageAnchor | undefined, onMove: () => void): Planes {
  const { series, volume, start } = open;
  const views = useMemo(() => planesOf(volume), [volume]);
  const [voxel, setVoxel] = useVoxel(open, wanted);
  const slices = useSliceValues(series, start.voxel[2]);
  const { resetLook, ...look } = useLook(open, () => fullWindowOf(volume, slices, views, voxel));
  const [tool, chooseTool] = useState<PlaneTool>("point");
  const [active, activate] = useState<PlaneName>("axial");
  const [moves, setMoves] = useState<Planes["moves"]>(still);
  const go = (next: Voxel) => {
    onMove();
    setVoxel(withinVolume(volume, next));
  };
  return {
    series,
    volume,
    views,
    voxel,
    slices,
    ...look,
    tool,
    active,
    moves,
    go,
    step: (name, by) => go(stepped(views[name], voxel, by)),
    chooseTool,
    activate,
    move: (name, change) => setMoves((now) => ({ ...now, [name]: change(now[name]) })),
    reset: () => {
      setMoves(still);
      resetLook();
    },
  };
}

/** The window, for all three planes. Where the picture says none, all values of the slice at which they began. */
function useLook({ series, volume, start }: OpenPlanes, fullWindow: () => ValueWindow | undefined) {
  const [look, setLook] = useState<Look>({
    window: start.window ?? firstWindow(series),
    isInverted: start.isInverted,
  });
  const full = look.window ? undefined : fullWindow();
  // As soon as there are values to take it from.
  if (full) setLook({ ...look, window: full });
  return {
    ...look,
    fullWindow,
    setWindow: (window: ValueWindow) => setLook((now) => ({ ...now, window })),
    invert: () => setLook((now) => ({ ...now, isInverted: !now.isInverted })),
    resetLook: () => setLook({ window: firstWindow(series), isInverted: volume.isInverted }),
  };
}

/** The values of the slice that is looked at, from the least to the greatest. */
const fullWindowOf = (
  volume: Planes["volume"],
  slices: LoadedSlices,
  views: Planes["views"],
  voxel: Voxel,
): ValueWindow | undefined => windowOfValues(resliced(volume, slices.valuesOf, sliceView(views), voxel[2]));

/** The plane in which the slices were recorded. */
const sliceView = (views: Planes["views"]): PlaneView =>
  Object.values(views).find(({ across }) => across === 2) ?? views.axial;

function stepped({ across }: PlaneView, [column, row, slice]: Voxel, by: number): Voxel {
  if (across === 0) return [column + by, row, slice];
  return across === 1 ? [column, row + by, slice] : [column, row, slice + by];
}

/** Where the planes cross: by hand, at the picture that somebody wants to see, or with whoever is followed. */
function useVoxel({ series, volume, start, followed }: OpenPlanes, wanted: ImageAnchor | undefined) {
  const [voxel, setVoxel] = useState(start.voxel);
  // What was wanted before the planes were opened is where they began; each later wish is answered once.
  const [seen, see] = useState<{ wanted: ImageAnchor | undefined; followed: Voxel | undefined }>({
    wanted,
    followed,
  });
  if (seen.wanted !== wanted || seen.followed !== followed) {
    see({ wanted, followed });
    const next = seen.followed === followed ? undefined : followed;
    const asked = wanted && seen.wanted !== wanted ? voxelOfAnchor(volume, series, wanted, voxel) : undefined;
    const to = next ?? asked;
    if (to) setVoxel(to);
  }
  return [voxel, setVoxel] as const;
}
