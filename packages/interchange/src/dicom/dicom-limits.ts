/** A file beyond one of these is refused: real files stay far below. */
export const dicomLimits = {
  /** Data elements, items and fragments, whatever their depth. */
  elements: 1_000_000,
  /** Sequences within sequences. */
  depth: 64,
  frames: 200_000,
  /** What a deflated file may grow to. */
  inflatedBytes: 1024 * 1024 * 1024,
} as const;
