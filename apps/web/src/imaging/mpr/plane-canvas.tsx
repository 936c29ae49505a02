import { useLayoutEffect, useMemo, useRef } from "react";
import type { Affine } from "../../drawn/affine.ts";
import { shadesOf } from "../shades.ts";
import type { ValueWindow } from "../window-presets.ts";
import type { PlaneView } from "./plane-view.ts";
import { resliced } from "./reslice.ts";
import type { SliceVolume } from "./slice-volume.ts";
import type { LoadedSlices } from "./use-slice-values.ts";

export interface PlaneCanvasProps {
  readonly volume: SliceVolume;
  readonly slices: LoadedSlices;
  readonly view: PlaneView;
  readonly index: number;
  readonly window: ValueWindow | undefined;
  readonly isInverted: boolean;
  readonly affine: Affine;
  readonly size: readonly [width: number, height: number];
}

/** One plane's picture. What lies between two recorded values is smoothed for the eye only. */
export function PlaneCanvas(props: PlaneCanvasProps) {
  const { affine, size, view } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = usePicture(props);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context) return;
    const dense = globalThis.devicePixelRatio || 1;
    canvas.current.width = Math.round(size[0] * dense);
    canvas.current.height = Math.round(size[1] * dense);
    if (!picture) return;
    context.scale(dense, dense);
    context.imageSmoothingQuality = "high";
    const { a, d, e, f } = affine;
    context.drawImage(picture, e - a / 2, f - d / 2, a * view.columns, d * view.rows);
  }, [picture, affine, size, view]);
  return <canvas className="plane-canvas" ref={canvas} aria-hidden />;
}

function usePicture({ volume, slices, view, index, window, isInverted }: PlaneCanvasProps) {
  const values = useMemo(() => resliced(volume, slices.valuesOf, view, index), [volume, slices, view, index]);
  return useMemo(() => {
    if (!window) return undefined;
    const { columns: width, rows: height } = view;
    const picture = document.createElement("canvas");
    picture.width = width;
    picture.height = height;
    const cut = { stored: values, channels: 1, columns: width, rows: height, slope: 1, intercept: 0 };
    const look = { window, isInverted, shape: "linear-exact" } as const;
    const shades = shadesOf(cut, { left: 0, top: 0, width, height }, look);
    picture.getContext("2d")?.putImageData(new ImageData(shades, width, height), 0, 0);
    return picture;
  }, [values, window, isInverted, view]);
}
