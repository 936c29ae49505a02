/** A folder or a ZIP that is said to be an export. */
export interface Contents {
  /** Names of its files, as they stand there; nobody has judged them. */
  readonly names: readonly string[];
  /** Names that are no files: links and devices. */
  readonly odd: readonly string[];
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
}
