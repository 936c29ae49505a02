const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const;

/**
 * The longest round length that takes at most `room` CSS pixels, in the unit of `perPixel` (millimetres that one CSS pixel
 * stands for). Undefined: not even a millimetre has room.
 */
export function scaleBar(
  perPixel: number,
  room: number,
): { readonly length: number; readonly pixels: number } | undefined {
  const length = steps.findLast((size) => size / perPixel <= room);
  return length === undefined ? undefined : { length, pixels: length / perPixel };
}
