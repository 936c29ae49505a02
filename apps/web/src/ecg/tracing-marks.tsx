import { Plate, type WordPlate, wordPlate } from "../drawn/mark-layer.tsx";
import { placePlates } from "../drawn/plates.ts";
import { placeOf, type Sheet, type Strip } from "./ecg-sheet.ts";
import { type MarkOutline, outlineIn } from "./mark-outline.ts";
import type { ShownTracing } from "./use-shown-tracings.ts";
import type { TracingCursor } from "./use-tracing-drawing.ts";

export interface TracingMarksProps {
  readonly sheet: Sheet;
  readonly pixelsPerMm: number;
  /** CSS pixels of the paper. */
  readonly size: readonly [width: number, height: number];
  readonly marks: readonly ShownTracing[];
  readonly cursor: TracingCursor | undefined;
}

/** What is marked on the paper, in the colours of its authors. The list below says the same to who cannot see it. */
export function TracingMarks({ sheet, pixelsPerMm, size, marks, cursor }: TracingMarksProps) {
  const seen = marks.map((mark) => ({ mark, outlines: outlinesOf(sheet, mark) }));
  const edge = Math.max(...sheet.strips.map(({ left, width }) => left + width)) * pixelsPerMm;
  const plates = seen.flatMap(({ mark, outlines: [first] }) =>
    first && mark.look !== "lit"
      ? [endingBefore(edge, wordPlate(mark, scaled(first.foot, pixelsPerMm)))]
      : [],
  );
  const strip = cursor && sheet.strips[cursor.at];
  return (
    <svg className="mark-layer ecg-marks" aria-hidden>
      {seen.map(({ mark, outlines }) => (
        <g
          key={mark.id}
          data-person={mark.author.colour}
          data-look={mark.look}
          data-open={mark.isOpen || undefined}
        >
          {outlines.map((outline, at) => (
            <Outline key={at} outline={outline} mark={mark} pixelsPerMm={pixelsPerMm} />
          ))}
        </g>
      ))}
      {placePlates(plates, { size, taken: [] }).map((plate) => (
        <Plate key={plate.id} plate={plate} />
      ))}
      {cursor && strip && <Cursor strip={strip} sheet={sheet} cursor={cursor} pixelsPerMm={pixelsPerMm} />}
    </svg>
  );
}

/** Words at the paper's edge are not cut. */
const endingBefore = (edge: number, plate: WordPlate): WordPlate => ({
  ...plate,
  x: Math.max(0, Math.min(plate.x, edge - plate.width)),
});

const outlinesOf = ({ strips, speed }: Sheet, { shape }: ShownTracing): readonly MarkOutline[] =>
  strips.flatMap((strip) => outlineIn(strip, speed, shape) ?? []);

const scaled = ([x, y]: readonly [number, number], by: number): readonly [number, number] => [x * by, y * by];

interface OutlineProps {
  readonly outline: MarkOutline;
  readonly mark: ShownTracing;
  readonly pixelsPerMm: number;
}

function Outline({ outline: { lines, area, handles }, mark, pixelsPerMm }: OutlineProps) {
  const path = lines
    .map((line) => `M${line.map((spot) => scaled(spot, pixelsPerMm).map(round).join(" ")).join("L")}`)
    .join("");
  const hasHandles = (mark.look === "own" && mark.isOpen) || mark.look === "draft";
  return (
    <>
      {area && (
        <rect
          className="ecg-area"
          x={round(area.from[0] * pixelsPerMm)}
          y={round(area.from[1] * pixelsPerMm)}
          width={round((area.to[0] - area.from[0]) * pixelsPerMm)}
          height={round((area.to[1] - area.from[1]) * pixelsPerMm)}
        />
      )}
      <path className="mark-halo" d={path} />
      <path className="mark-line" d={path} />
      {(hasHandles || mark.shape.tool === "point") &&
        handles.map(({ at, end }) => (
          <circle
            key={end}
            className="mark-handle"
            cx={round(at[0] * pixelsPerMm)}
            cy={round(at[1] * pixelsPerMm)}
            r={hasHandles ? 4.5 : 2.5}
          />
        ))}
    </>
  );
}

interface CursorProps {
  readonly strip: Strip;
  readonly sheet: Sheet;
  readonly cursor: TracingCursor;
  readonly pixelsPerMm: number;
}

function Cursor({ strip, sheet, cursor, pixelsPerMm }: CursorProps) {
  const [x, y] = scaled(placeOf(strip, sheet.speed, cursor.moment), pixelsPerMm);
  const path = `M${round(x - 11)} ${round(y)}h22M${round(x)} ${round(y - 11)}v22`;
  return (
    <g className="mark-cursor">
      <path className="mark-halo" d={path} />
      <path className="mark-line" d={path} />
    </g>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
