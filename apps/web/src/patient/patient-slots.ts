import type { ComponentType, ReactNode } from "react";
import type { Doc } from "yjs";

export interface ThreadsAroundProps {
  readonly opinionId: string;
  /** Undefined: it is read live. */
  readonly version: number | undefined;
  /** What the words stand in: the version's own document, or a mirror of the living draft. Anchors refer to it. */
  readonly doc: Doc;
  readonly children: ReactNode;
}

/** Parts of the patient's screens that other rooms fill. A tab without its part is not shown. */
export interface PatientSlots {
  /** Puts a `ReadingThreads` around the opinion: marks, the open thread, asking about words. */
  readonly ThreadsAround?: ComponentType<ThreadsAroundProps>;
  readonly Messages?: ComponentType;
  readonly Records?: ComponentType;
}

export const patientSlots: PatientSlots = {};
