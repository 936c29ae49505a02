/** A place in a picture: column and row, the first pixel's centre being 0, 0. */
export type Pixel = readonly [column: number, row: number];
