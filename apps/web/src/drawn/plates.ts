/** A plate of words beside a mark, CSS pixels. */
export interface PlateBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const plateHeight = 20;
const gap = 2;

/** Where plates go so that none covers another: one that would moves down, the first stays. */
export function placePlates<Plate extends PlateBox>(plates: readonly Plate[]): readonly Plate[] {
  const placed: Plate[] = [];
  for (const plate of plates) {
    let { y } = plate;
    for (let blocker = under(placed, plate, y); blocker; blocker = under(placed, plate, y)) {
      y = blocker.y + plateHeight + gap;
    }
    placed.push({ ...plate, y });
  }
  return placed;
}

const under = (placed: readonly PlateBox[], { x, width }: PlateBox, y: number): PlateBox | undefined =>
  placed.find(
    (one) =>
      x < one.x + one.width &&
      one.x < x + width &&
      y < one.y + plateHeight + gap &&
      one.y < y + plateHeight + gap,
  );
