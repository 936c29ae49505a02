import type * as Y from "yjs";

/** Who writes into one document over a real socket. */
export interface Writer {
  readonly name: string;
  /** The replica that may be written now; undefined while there is none. */
  readonly doc: () => Y.Doc | undefined;
  /** Does not wait for its own turn to dial again. */
  readonly dialNow: () => void;
  readonly leave: () => void;
}

export interface WriterOptions {
  readonly name: string;
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly caseId: string;
  /** The document's name within its case. */
  readonly document: string;
  /** How many acts this writer has done. */
  readonly done: () => number;
  /** The first so many of them are called saved. */
  readonly saved: (count: number) => void;
  /** Something that none of these faults may lead to. */
  readonly wrong: (what: string) => void;
}
