import type { Citation } from "./citation.ts";

/** Why something of a file did not become part of a source, or only in part. */
export type ReadingFault = "unknown" | "unfinished" | "no-title" | "wrong-identifier";

export interface NotUnderstood {
  /** Of the text, from 1. */
  readonly line: number;
  /** As it stands there. */
  readonly text: string;
  readonly fault: ReadingFault;
}

export interface CitationReading {
  readonly citations: readonly Citation[];
  readonly notUnderstood: readonly NotUnderstood[];
}

/** A field of a record, and where it stands. */
export interface FieldLine {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

/** Values of a record's fields by name, in their order. */
export const valuesOf = (fields: readonly FieldLine[], ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => fields.filter((field) => field.name === name).map(({ text }) => text.trim()));
