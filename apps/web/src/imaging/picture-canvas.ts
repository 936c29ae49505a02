import { type Affine, fromScreen, type ScreenPoint } from "../drawn/affine.ts";
import { type PicturePart, type RecordedPicture, type ShadeLook, shadesOf, smaller } from "./shades.ts";

/**
 * Draws one picture into a canvas. The processor computes the shades of what is in sight, from as many values as the screen has room
 * for; what lies between two of them is smoothed for the eye only.
 */
export class PictureCanvas {
  readonly element = document.createElement("canvas");
  /** Nothing shines through: the browser need not blend it with what lies below. */
  readonly #context = this.element.getContext("2d", { alpha: false });
  readonly #shades = document.createElement("canvas");
  readonly #shadesContext = this.#shades.getContext("2d");
  #reduced:
    | { readonly of: RecordedPicture["stored"]; readonly by: number; readonly picture: RecordedPicture }
    | undefined;

  /** `size`: CSS pixels. Undefined: nothing is shown. */
  draw(size: ScreenPoint, shown: ShownPicture | undefined): void {
    const dense = globalThis.devicePixelRatio || 1;
    const [width, height] = size.map((length) => Math.round(length * dense));
    const { element } = this;
    if (element.width !== width) element.width = width ?? 0;
    if (element.height !== height) element.height = height ?? 0;
    const context = this.#context;
    if (!context) return;
    context.resetTransform();
    context.fillStyle = "#000";
    context.fillRect(0, 0, element.width, element.height);
    if (shown) this.#paint(context, shown, dense);
  }

  #paint(context: CanvasRenderingContext2D, { picture, affine, look }: ShownPicture, dense: number): void {
    const { a, b, c, d, e, f } = affine;
    const by = Math.max(1, Math.floor(1 / (Math.max(Math.hypot(a, b), Math.hypot(c, d)) * dense)));
    const reduced = this.#reducedBy(picture, by);
    context.setTransform(a * dense, b * dense, c * dense, d * dense, e * dense, f * dense);
    // From corners of the reduced picture's pixels to centres of the picture's.
    context.translate(-0.5, -0.5);
    context.scale(by, by);
    const part = partInSight(reduced, context.getTransform(), [this.element.width, this.element.height]);
    if (!part) return;
    const { left, top, width, height } = part;
    if (this.#shades.width !== width) this.#shades.width = width;
    if (this.#shades.height !== height) this.#shades.height = height;
    this.#shadesContext?.putImageData(new ImageData(shadesOf(reduced, part, look), width, height), 0, 0);
    context.drawImage(this.#shades, left, top);
  }

  /** While the window is dragged, the same picture is reduced once. */
  #reducedBy(picture: RecordedPicture, by: number): RecordedPicture {
    if (by === 1) return picture;
    if (this.#reduced?.of !== picture.stored || this.#reduced.by !== by)
      this.#reduced = { of: picture.stored, by, picture: smaller(picture, by) };
    return this.#reduced.picture;
  }
}

export interface ShownPicture {
  readonly picture: RecordedPicture;
  /** From pixels of the picture to the element, CSS pixels. */
  readonly affine: Affine;
  readonly look: ShadeLook;
}

/** Which pixels the screen shows, and one more on each side, which smoothing reaches. Undefined: none of them. */
function partInSight(
  { columns, rows }: RecordedPicture,
  affine: Affine,
  [width, height]: ScreenPoint,
): PicturePart | undefined {
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ] as const;
  const seen = corners.map((corner) => fromScreen(affine, corner));
  const [left, across] = between(
    seen.map(([column]) => column),
    columns,
  );
  const [top, below] = between(
    seen.map(([, row]) => row),
    rows,
  );
  return across > 0 && below > 0 ? { left, top, width: across, height: below } : undefined;
}

const between = (places: readonly number[], count: number): readonly [from: number, length: number] => {
  const from = Math.max(0, Math.floor(Math.min(...places)) - 1);
  const to = Math.min(count, Math.ceil(Math.max(...places)) + 1);
  return [from, to - from];
};
