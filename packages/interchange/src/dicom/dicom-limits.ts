/** A file beyond one of these is refused: real files stay far below. */
export const dicomLimits = {
  /** Data elements, items and fragments, whatever their depth. */
  elements: 1_000_000,
  /** Sequences within sequences. */
  depth: 64,
  frames: 200_000,
  /** Of the recorded curves of one file: groups, channels of each, and what the device wrote beside them. */
  waveformGroups: 32,
  waveformChannels: 128,
  waveformAnnotations: 500,
  /** Samples of all curves of one file: three quarters of an hour of twelve leads at 500 a second. */
  waveformBytes: 32 * 1024 * 1024,
  /** What a deflated file may grow to. */
  inflatedBytes: 1024 * 1024 * 1024,
} as const;
