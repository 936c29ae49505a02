/** A plate of words beside a mark, CSS pixels. */
export interface PlateBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const plateHeight = 20;
const gap = 2;

/** What plates are placed in: the picture, CSS pixels, and what stands there already, each as high as a plate. */
export interface PlateRoom {
  readonly size: readonly [width: number, height: number];
  readonly taken: readonly PlateBox[];
}

/**
 * Where plates go so that none covers another, or what stands there already: one that would moves down, and up where there is
 * no room below. The first stays. None is cut by the picture's edge.
 */
export function placePlates<Plate extends PlateBox>(
  plates: readonly Plate[],
  { size: [width, height], taken }: PlateRoom,
): readonly Plate[] {
  const placed: Plate[] = [];
  for (const plate of plates) {
    const x = Math.max(0, Math.min(plate.x, width - plate.width));
    const start = Math.max(0, Math.min(plate.y, height - plateHeight));
    const others = [...taken, ...placed];
    const below = freeFrom(others, { ...plate, x }, start, 1);
    const above = below + plateHeight <= height ? below : freeFrom(others, { ...plate, x }, start, -1);
    placed.push({ ...plate, x, y: above >= 0 ? above : below });
  }
  return placed;
}

function freeFrom(others: readonly PlateBox[], plate: PlateBox, start: number, way: 1 | -1): number {
  let y = start;
  for (let blocker = under(others, plate, y); blocker; blocker = under(others, plate, y)) {
    y = blocker.y + way * (plateHeight + gap);
  }
  return y;
}

const under = (placed: readonly PlateBox[], { x, width }: PlateBox, y: number): PlateBox | undefined =>
  placed.find(
    (one) =>
      x < one.x + one.width &&
      one.x < x + width &&
      y < one.y + plateHeight + gap &&
      one.y < y + plateHeight + gap,
  );
