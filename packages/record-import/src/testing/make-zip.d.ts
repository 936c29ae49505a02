export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** Of its packing; 8 unless given. */
  readonly method?: number;
  readonly flags?: number;
  /** A Unix file mode, such as that of a link. */
  readonly mode?: number;
}
/** A zip, also one that no honest program would write. */
export declare function makeZip(entries: readonly ZipEntry[]): Uint8Array;
