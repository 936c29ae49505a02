/** A DICOM Part 10 file that is drawn when it is asked for. */
export interface DemoImage {
  /** Inside the delivery, parted by "/". */
  readonly path: string;
  /** The same bytes each time. */
  readonly draw: () => Uint8Array;
}
