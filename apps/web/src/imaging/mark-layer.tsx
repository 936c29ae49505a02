import type { AvatarPerson } from "../design/avatar.tsx";
import { type Affine, toScreen } from "./affine.ts";
import { type Drawing, linesOf } from "./drawing.ts";
import type { Pixel } from "./image-plane.ts";
import { type PlateBox, placePlates, plateHeight } from "./plates.ts";
import { sideBoxes } from "./side-boxes.ts";

/** A mark as it stands on the picture. */
export interface ShownMark {
  readonly id: string;
  readonly drawing: Drawing;
  readonly author: AvatarPerson;
  /** On the plate, behind the initials. */
  readonly label: string;
  /** `draft`: it is being drawn. `lit`: the place of the link that was followed. */
  readonly look: "mark" | "own" | "draft" | "lit";
  readonly isOpen: boolean;
}

export interface MarkLayerProps {
  readonly affine: Affine;
  /** Of the picture's element, CSS pixels. */
  readonly size: readonly [width: number, height: number];
  readonly marks: readonly ShownMark[];
  /** Where the next place would be put from the keyboard. */
  readonly cursor: Pixel | undefined;
}

/** What is drawn on the picture, in the colours of its authors. The list below says the same to who cannot see it. */
export function MarkLayer({ affine, size, marks, cursor }: MarkLayerProps) {
  return (
    <svg className="mark-layer" aria-hidden>
      {marks.map((mark) => (
        <Mark key={mark.id} mark={mark} affine={affine} />
      ))}
      {placePlates(
        marks.flatMap((mark) => plateOf(mark, affine)),
        { size, taken: sideBoxes(size) },
      ).map((plate) => (
        <Plate key={plate.id} plate={plate} />
      ))}
      {cursor && <Cursor at={toScreen(affine, cursor)} />}
    </svg>
  );
}

function Mark({ mark, affine }: { readonly mark: ShownMark; readonly affine: Affine }) {
  const { drawing, author, look, isOpen } = mark;
  const lines = linesOf(drawing).map((line) => line.map((pixel) => toScreen(affine, pixel)));
  const path = lines.map((line) => `M${line.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}`).join("");
  const handles = drawing.points.map((pixel) => toScreen(affine, pixel));
  const hasHandles = (look === "own" && isOpen) || look === "draft" || drawing.tool === "probe";
  return (
    <g data-person={author.colour} data-look={look} data-open={isOpen || undefined}>
      <path className="mark-halo" d={path} />
      <path className="mark-line" d={path} />
      {drawing.tool === "arrow" && <ArrowHead points={handles} />}
      {drawing.tool !== "freehand" &&
        handles.map(([x, y], at) => (
          <circle key={at} className="mark-handle" cx={round(x)} cy={round(y)} r={hasHandles ? 4.5 : 2.5} />
        ))}
    </g>
  );
}

function ArrowHead({ points: [tip, tail] }: { readonly points: readonly (readonly [number, number])[] }) {
  if (!tip || !tail) return null;
  const angle = Math.atan2(tail[1] - tip[1], tail[0] - tip[0]);
  const side = (turn: number) =>
    `${round(tip[0] + 13 * Math.cos(angle + turn))} ${round(tip[1] + 13 * Math.sin(angle + turn))}`;
  const path = `M${side(0.45)}L${round(tip[0])} ${round(tip[1])}L${side(-0.45)}`;
  return (
    <>
      <path className="mark-halo" d={path} />
      <path className="mark-line" d={path} />
    </>
  );
}

const longest = 46;

interface WordPlate extends PlateBox {
  readonly id: string;
  readonly author: AvatarPerson;
  readonly words: string;
}

/** Initials and words beside the mark's lowest place. */
function plateOf({ id, drawing, author, label, look }: ShownMark, affine: Affine): WordPlate[] {
  const places = linesOf(drawing).flatMap((line) => line.map((pixel) => toScreen(affine, pixel)));
  const lowest = places.toSorted((one, other) => other[1] - one[1])[0];
  if (!lowest || look === "lit") return [];
  const words = label.length > longest ? `${label.slice(0, longest - 1).toWellFormed()}…` : label;
  // The letters are about this wide; the plate may be a little wider than they are.
  const width = 14 + 9 * author.initials.length + (words === "" ? 0 : 6 + 6.4 * words.length);
  return [{ id, author, words, x: round(lowest[0] + 10), y: round(lowest[1] + 8), width }];
}

function Plate({ plate: { author, words, x, y, width } }: { readonly plate: WordPlate }) {
  return (
    <g transform={`translate(${x} ${y})`} data-person={author.colour}>
      <rect className="mark-plate" width={width} height={plateHeight} rx="3" />
      <rect className="mark-edge" width="3" height={plateHeight} />
      <text x="9" y="14.5">
        <tspan className="mark-initials">{author.initials}</tspan>
        {words !== "" && <tspan dx="6">{words}</tspan>}
      </text>
    </g>
  );
}

function Cursor({ at: [x, y] }: { readonly at: readonly [number, number] }) {
  const path = `M${round(x - 11)} ${round(y)}h22M${round(x)} ${round(y - 11)}v22`;
  return (
    <g className="mark-cursor">
      <path className="mark-halo" d={path} />
      <path className="mark-line" d={path} />
    </g>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
