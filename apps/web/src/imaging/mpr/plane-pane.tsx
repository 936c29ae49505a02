import { useEffect, useMemo, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { toScreen } from "../../drawn/affine.ts";
import { MarkLayer } from "../../drawn/mark-layer.tsx";
import { ScaleBar, Sides } from "../pane-words.tsx";
import { sideBoxes } from "../side-boxes.ts";
import { SliceSlider } from "../slice-slider.tsx";
import type { PlacedMark } from "../use-pane-marks.ts";
import { PlaneCanvas } from "./plane-canvas.tsx";
import { fitted } from "./plane-fit.ts";
import { type PlaneName, pixelOfVoxel, planeAt } from "./plane-view.ts";
import { usePlaneMarks } from "./use-plane-marks.ts";
import { usePlanePointing } from "./use-plane-pointing.ts";
import type { Planes } from "./use-planes.ts";

export interface PlanePaneProps {
  readonly planes: Planes;
  readonly name: PlaneName;
  readonly placed: readonly PlacedMark[];
}

/** One of the three planes: its picture, its sides, and where the two others cross it. */
export function PlanePane({ planes, name, placed }: PlanePaneProps) {
  const t = useTranslations("imaging");
  const { surface, setSurface, size } = useSurface();
  const { volume, voxel, slices, window, isInverted } = planes;
  const view = planes.views[name];
  const index = voxel[view.across];
  const affine = useAffine(planes, name, size);
  usePlanePointing(surface, planes, view, affine);
  const marks = usePlaneMarks({ planes, view, placed });
  const words = t("sliceOf", { slice: index + 1, count: view.count });
  return (
    <section
      className="image-pane plane-pane"
      data-plane={name}
      data-active={planes.active === name || undefined}
      aria-label={t(`plane.${name}`)}
    >
      {affine && <PlaneCanvas {...{ volume, slices, view, index, window, isInverted, affine, size }} />}
      <div
        className="pane-surface"
        ref={setSurface}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Its keys are those of the pictures, and go through its slices.
        tabIndex={0}
        data-surface={name}
        data-fingers={planes.tool === "pan" || planes.tool === "zoom" ? undefined : "page"}
        aria-label={`${t(`plane.${name}`)}, ${words}`}
      />
      {affine && <Crosshair at={toScreen(affine, pixelOfVoxel(view, voxel))} size={size} />}
      {affine && <MarkLayer {...{ affine, size, marks }} taken={sideBoxes(size)} cursor={undefined} />}
      <PlaneWords {...{ planes, name, words, affine, size }} />
      <SliceSlider
        index={index}
        count={view.count}
        words={words}
        onGo={(to) => planes.step(name, to - index)}
        ticks={view.across === 2 ? placed.map(tickOf) : []}
      />
    </section>
  );
}

function useAffine({ volume, views, moves }: Planes, name: PlaneName, size: readonly [number, number]) {
  const [view, move] = [views[name], moves[name]];
  return useMemo(() => fitted(volume, view, size, move), [volume, view, size, move]);
}

const tickOf = ({ mark, index }: PlacedMark) => ({ id: mark.id, index, colour: mark.author.colour });

interface PlaneWordsProps extends Omit<PlanePaneProps, "placed"> {
  readonly words: string;
  readonly affine: ReturnType<typeof fitted>;
  readonly size: readonly [width: number, height: number];
}

function PlaneWords({ planes, name, words, affine, size }: PlaneWordsProps) {
  const t = useTranslations("imaging");
  const format = useFormatter();
  const { volume, voxel, window, series } = planes;
  const view = planes.views[name];
  const plane = planeAt(volume, view, voxel[view.across]);
  const whole = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  const patient = [series.words.patient, series.words.patientId].filter((part) => part !== "").join(" · ");
  return (
    <div className="pane-words">
      <div data-corner="start-top">
        <span className="plane-name">
          {view.isOblique ? t("obliquePlane", { plane: t(`plane.${name}`) }) : t(`plane.${name}`)}
        </span>
        {name === "axial" && patient !== "" && <span dir="auto">{patient}</span>}
      </div>
      {name === "axial" && window && (
        <div data-corner="end-top">
          <span>{t("windowValues", { width: whole(window.width), centre: whole(window.centre) })}</span>
        </div>
      )}
      <div data-corner="start-bottom">
        <span>{words}</span>
      </div>
      {affine && (
        <ScaleBar affine={affine} spacing={{ ...plane.spacing, unit: unitOf(planes) }} width={size[0]} />
      )}
      {affine && <Sides affine={affine} plane={plane} />}
    </div>
  );
}

const unitOf = ({ volume }: Planes) => volume.frames[0]?.spacing.unit ?? "mm";

/** CSS pixels left free around the point, so that what lies there is seen. */
const free = 14;

function Crosshair({ at: [x, y], size: [width, height] }: CrosshairProps) {
  const path = `M0 ${y}H${x - free}M${x + free} ${y}H${width}M${x} 0V${y - free}M${x} ${y + free}V${height}`;
  return (
    <svg className="plane-crosshair" aria-hidden>
      <path d={path} />
    </svg>
  );
}

interface CrosshairProps {
  readonly at: readonly [x: number, y: number];
  readonly size: readonly [width: number, height: number];
}

function useSurface() {
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState<readonly [width: number, height: number]>([0, 0]);
  useEffect(() => {
    if (!surface) return undefined;
    const observer = new ResizeObserver(() => setSize([surface.clientWidth, surface.clientHeight]));
    observer.observe(surface);
    return () => observer.disconnect();
  }, [surface]);
  return { surface, setSurface, size };
}
