import { linesOf } from "@consilium/workspace";
import { memo } from "react";
import type { AvatarPerson } from "../design/avatar.tsx";
import { type Affine, toScreen } from "./affine.ts";
import type { Drawing } from "./drawing.ts";
import type { Pixel } from "./pixel.ts";
import { type PlateBox, type PlateRoom, placePlates, plateHeight } from "./plates.ts";

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
  readonly size: PlateRoom["size"];
  /** What stands on the picture already: no plate is written over it. */
  readonly taken: PlateRoom["taken"];
  readonly marks: readonly ShownMark[];
  /** Where the next place would be put from the keyboard. */
  readonly cursor: Pixel | undefined;
}

/**
 * What is drawn on the picture, in the colours of its authors. The list below says the same to who cannot see it. The lines
 * stand in pixels of the picture: while the view moves, only the one transform of all of them changes.
 */
export function MarkLayer({ affine, size, taken, marks, cursor }: MarkLayerProps) {
  const { a, b, c, d, e, f } = affine;
  return (
    <svg className="mark-layer" aria-hidden>
      <g transform={`matrix(${a} ${b} ${c} ${d} ${e} ${f})`}>
        {marks.map((mark) => (
          <MarkLines key={mark.id} mark={mark} />
        ))}
      </g>
      {marks.map((mark) => (
        <MarkHandles key={mark.id} mark={mark} affine={affine} />
      ))}
      {placePlates(
        marks.flatMap((mark) => plateOf(mark, affine)),
        { size, taken },
      ).map((plate) => (
        <Plate key={plate.id} plate={plate} />
      ))}
      {cursor && <Cursor at={toScreen(affine, cursor)} />}
    </svg>
  );
}

const MarkLines = memo(({ mark }: { readonly mark: ShownMark }) => {
  const { drawing, author, look, isOpen } = mark;
  const path = linesOf(drawing)
    .map((line) => `M${line.map(([x, y]) => `${fine(x)} ${fine(y)}`).join("L")}`)
    .join("");
  return (
    <g data-person={author.colour} data-look={look} data-open={isOpen || undefined}>
      <path className="mark-halo" d={path} />
      <path className="mark-line" d={path} />
    </g>
  );
});

function MarkHandles({ mark, affine }: { readonly mark: ShownMark; readonly affine: Affine }) {
  const { drawing, author, look, isOpen } = mark;
  const handles = drawing.points.map((pixel) => toScreen(affine, pixel));
  const hasHandles = (look === "own" && isOpen) || look === "draft" || drawing.tool === "probe";
  return (
    <g data-person={author.colour} data-look={look} data-open={isOpen || undefined}>
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

export interface WordPlate extends PlateBox {
  readonly id: string;
  readonly author: AvatarPerson;
  readonly words: string;
}

/** Initials and words beside the mark's lowest place. */
function plateOf({ id, drawing, author, label, look }: ShownMark, affine: Affine): WordPlate[] {
  const places = linesOf(drawing).flatMap((line) => line.map((pixel) => toScreen(affine, pixel)));
  const lowest = places.toSorted((one, other) => other[1] - one[1])[0];
  if (!lowest || look === "lit") return [];
  return [wordPlate({ id, author, label }, lowest)];
}

/** A plate of words, somewhat below and beside a place on the screen. */
export function wordPlate(
  { id, author, label }: Pick<ShownMark, "id" | "author" | "label">,
  [x, y]: readonly [x: number, y: number],
): WordPlate {
  const words = label.length > longest ? `${label.slice(0, longest - 1).toWellFormed()}…` : label;
  // The letters are about this wide; the plate may be a little wider than they are.
  const width = 14 + 9 * author.initials.length + (words === "" ? 0 : 6 + 6.4 * words.length);
  return { id, author, words, x: round(x + 10), y: round(y + 8), width };
}

export function Plate({ plate: { author, words, x, y, width } }: { readonly plate: WordPlate }) {
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
/** In pixels of the picture, of which some hundred may be one on the screen, or the other way round. */
const fine = (value: number): number => Math.round(value * 1000) / 1000;
