import "./planes.css";
import type { ImageAnchor } from "@consilium/workspace";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { keyImage } from "../mark-anchor.ts";
import { useMeasureWords } from "../mark-words.ts";
import { MarksList } from "../marks-list.tsx";
import { measure } from "../measure.ts";
import { gridOf, statisticsOf } from "../pixel-statistics.ts";
import type { OpenStudy } from "../study-choice.ts";
import { useStudy } from "../study-context.ts";
import { usePlacedMarks } from "../use-pane-marks.ts";
import type { SeriesLook } from "../use-panes.ts";
import { useStudyKeys } from "../use-study-keys.ts";
import { useShowPicture } from "../use-viewing.ts";
import { pointAnchor, pointOfVoxel } from "./mpr-place.ts";
import { planeKeyActs } from "./plane-keys.ts";
import { PlanePane } from "./plane-pane.tsx";
import { planeNames } from "./plane-view.ts";
import { PlanesToolbar } from "./planes-toolbar.tsx";
import type { OpenPlanes } from "./use-planes-open.ts";
import { type Planes, usePlanes } from "./use-planes.ts";

export interface PlanesViewProps {
  readonly record: OpenStudy;
  readonly open: OpenPlanes;
  readonly wanted: ImageAnchor | undefined;
  /** Somebody moved by hand. */
  readonly onMove: () => void;
  /** How the planes look now. */
  readonly onLook: (look: SeriesLook) => void;
  /** Back to the slices, at this one where its file is named. */
  readonly onLeave: (slice: ImageAnchor | undefined) => void;
  /** Below the pictures. */
  readonly children: ReactNode;
}

/** A series in three planes that cross at one point of the patient. */
export function PlanesView({ record, open, wanted, onMove, onLook, onLeave, children }: PlanesViewProps) {
  const t = useTranslations("imaging");
  const box = useRef<HTMLDivElement>(null);
  const planes = usePlanes(open, wanted, onMove);
  const { series, volume, voxel, window, isInverted } = planes;
  useEffect(
    () => onLook({ series: series.series, window, isInverted }),
    [onLook, series, window, isInverted],
  );
  const placed = usePlacedMarks(series);
  const frame = volume.frames[voxel[2]];
  const point = useMemo(() => pointOfVoxel(volume, voxel), [volume, voxel]);
  useShowPicture(record.id, series.series, frame, { point });
  const markPoint = useMarkPoint(record, planes);
  const leave = () => onLeave(frame && keyImage(record.id, series, frame));
  useStudyKeys({ box, pane: undefined, act: planeKeyActs({ planes, markPoint, leave }) });
  return (
    <div className="planes" ref={box}>
      <PlanesToolbar planes={planes} onMarkPoint={markPoint} onLeave={leave} />
      <div className="planes-panes">
        {planeNames.map((name) => (
          <PlanePane key={name} planes={planes} name={name} placed={placed} />
        ))}
      </div>
      <Loaded planes={planes} />
      {children}
      <p className="planes-note">{markPoint ? t("planesMarks") : t("planesNoMarks")}</p>
      <MarksList series={series} study={record} index={voxel[2]} />
      <details className="study-keys">
        <summary>{t("keys")}</summary>
        {t("planeKeyList")}
      </details>
    </div>
  );
}

/** How much of the volume has come. */
function Loaded({ planes: { slices, volume } }: { readonly planes: Planes }) {
  const t = useTranslations("imaging");
  const count = volume.size[2];
  const isAll = slices.come + slices.failed === count;
  if (isAll && slices.failed === 0) return null;
  return (
    <output className="planes-loaded">
      {isAll ? t("planesFailed", { count: slices.failed }) : t("planesLoading", { come: slices.come, count })}
    </output>
  );
}

/** Keeps the point at which the planes cross, on the slice that it lies on. Undefined: nothing can be kept there. */
function useMarkPoint(
  record: OpenStudy,
  { series, volume, voxel, slices }: Planes,
): (() => void) | undefined {
  const { marks, addMark } = useStudy();
  const words = useMeasureWords();
  const frame = volume.frames[voxel[2]];
  if (!marks.drawing || frame?.sha256 === undefined) return undefined;
  return () => {
    const values = slices.valuesOf(voxel[2]);
    const drawing = { tool: "probe", points: [[voxel[0], voxel[1]]] } as const;
    const statistics = values && statisticsOf(drawing, gridOf(values, frame.valueUnit));
    const says = words(measure(drawing, frame.spacing, statistics));
    const anchor = pointAnchor(record.id, series, volume, voxel, says);
    if (anchor) addMark(anchor);
  };
}
