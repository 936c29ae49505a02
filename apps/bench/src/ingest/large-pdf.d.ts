export interface WrittenFile {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}
/** A PDF of one empty page and as many bytes of what nothing packs, other ones for each `number`. */
export declare function writeLargePdf(path: string, number: number, attached: number): Promise<WrittenFile>;
