import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import type { Affine } from "../drawn/affine.ts";
import { type OverlayPlane, overlaysOf, planeOfFrame } from "./overlay-planes.ts";
import { overlayQuery, type ShownOverlay } from "./overlay-query.ts";
import type { OpenSeries, SeriesFrame } from "./series-frames.ts";

export interface OverlayLayerProps {
  readonly series: OpenSeries;
  readonly frame: SeriesFrame;
  /** Undefined: the picture is not there yet. */
  readonly affine: Affine | undefined;
}

/** What a file lays over its own picture: shown, named, and taken off by a press. */
export function OverlayLayer({ series, frame, affine }: OverlayLayerProps) {
  const t = useTranslations("imaging");
  const [isOn, setOn] = useState(true);
  const overlaid = useMemo(() => overlaidFrame(series, frame), [series, frame]);
  if (!overlaid || !affine) return null;
  const labels = new Set(overlaid.planes.map(({ label }) => (label === "" ? t("overlayNoName") : label)));
  return (
    <>
      {isOn && <Planes overlaid={overlaid} affine={affine} />}
      <button type="button" className="overlay-button" aria-pressed={isOn} onClick={() => setOn(!isOn)}>
        {t("overlay", { labels: [...labels].join(", ") })}
      </button>
    </>
  );
}

/** Undefined: nothing lies over it. */
function overlaidFrame({ sources }: OpenSeries, frame: SeriesFrame) {
  const source = sources.find(({ frames }) => frames.includes(frame));
  const lies = (plane: OverlayPlane) => planeOfFrame(plane, frame.frame) !== undefined;
  const planes = source ? overlaysOf(source.dataset).filter(lies) : [];
  return source && planes.length > 0 ? { dataset: source.dataset, frame, planes } : undefined;
}

interface PlanesProps {
  readonly overlaid: NonNullable<ReturnType<typeof overlaidFrame>>;
  readonly affine: Affine;
}

function Planes({ overlaid, affine }: PlanesProps) {
  const t = useTranslations("imaging");
  const { caseId } = useCase();
  const { data, isError } = useQuery(overlayQuery(caseId, overlaid));
  if (isError || (data && data.length < overlaid.planes.length))
    return <p className="overlay-failed">{t("overlayFailed")}</p>;
  return data?.map((shown) => <Plane key={shown.plane.tag} shown={shown} affine={affine} />);
}

function Plane({ shown, affine }: { readonly shown: ShownOverlay; readonly affine: Affine }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { rows, columns, row, column } = shown.plane;
  useEffect(() => {
    if (canvas.current) drawBits(canvas.current, shown);
  }, [shown]);
  const { a, b, c, d, e, f } = affine;
  // A pixel's place is its centre: its corner lies half a pixel before.
  const transform = `matrix(${a},${b},${c},${d},${e},${f}) translate(${column - 0.5}px,${row - 0.5}px)`;
  return (
    <canvas
      ref={canvas}
      className="overlay-plane"
      width={columns}
      height={rows}
      style={{ transform }}
      aria-hidden
    />
  );
}

/** A calm light blue: seen on bone and on air, and no author's colour. */
const colour = [143, 208, 232, 220] as const;

function drawBits(canvas: HTMLCanvasElement, { plane, bits }: ShownOverlay): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const picture = context.createImageData(plane.columns, plane.rows);
  for (const [at, bit] of bits.entries()) if (bit === 1) picture.data.set(colour, 4 * at);
  context.putImageData(picture, 0, 0);
}
