import { type ComponentType, lazy, type ReactNode } from "react";
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

export const patientSlots: PatientSlots = {
  ThreadsAround: lazy(async () => ({
    default: (await import("../thread/reading-threads-around.tsx")).ReadingThreadsAround,
  })),
  Messages: lazy(async () => ({ default: (await import("../thread/messages.tsx")).Messages })),
  Records: lazy(async () => ({ default: (await import("../record/record-pages.tsx")).PatientRecordList })),
};
