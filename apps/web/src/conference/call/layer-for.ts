/** The heights of the smaller two of a camera's three pictures, in pixels of the screen. */
const small = 180;
const middle = 360;

/**
 * Which of a camera's three pictures a place needs: the smallest that is not seen to be small. `height`: of the place, in pixels of the
 * screen. Null: none; it is not on screen.
 */
export function layerFor(height: number | null, isHidden: boolean): number | null {
  if (height === null || height <= 0 || isHidden) return null;
  if (height <= small * 1.25) return 0;
  return height <= middle * 1.25 ? 1 : 2;
}
