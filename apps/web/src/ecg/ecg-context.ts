import type { WaveformAnchor, WaveformTool } from "@consilium/workspace";
import { createContext, useContext } from "react";
import type { DrawnMark, DrawnMarks } from "../drawn/use-drawn-marks.ts";
import type { RecordChoice } from "../record/choice-bar.tsx";
import type { Tracing } from "./tracing-query.ts";

/** What a drag does: it moves along the recording, or draws. */
export type EcgTool = "pan" | WaveformTool;

/** What all parts of an open ECG share. */
export interface EcgRoom {
  /** The record's id. */
  readonly record: string;
  readonly tracing: Tracing;
  /** Which group of channels lies open, from 1. */
  readonly group: number;
  readonly openGroup: (group: number) => void;
  readonly tool: EcgTool;
  readonly chooseTool: (tool: EcgTool) => void;
  /** What is drawn next stands in all leads. */
  readonly isInAllLeads: boolean;
  readonly markAllLeads: (all: boolean) => void;
  /** Of this recording, in all its groups. */
  readonly marks: DrawnMarks<WaveformAnchor>;
  readonly openMark: (mark: DrawnMark) => void;
  /** The mark that its author is about to give words. */
  readonly describing: string | undefined;
  readonly describe: (id: string | undefined) => void;
  /** A new mark was drawn. */
  readonly addMark: (anchor: WaveformAnchor) => void;
  /** Undefined: this seat can do nothing with it. */
  readonly choose: ((choice: RecordChoice) => void) | undefined;
  /** The place of the link that was followed, or one that a report names. */
  readonly lit: WaveformAnchor | undefined;
  /** The mark of the thread that was opened last. */
  readonly wanted: WaveformAnchor | undefined;
}

export const EcgContext = createContext<EcgRoom | undefined>(undefined);

export function useEcg(): EcgRoom {
  const room = useContext(EcgContext);
  if (!room) throw new Error("This part of the screen needs an open ECG");
  return room;
}

/** Undefined: the server does not say which file it is, so nothing can be anchored. */
export function anchorIn(
  { record, tracing, group }: Pick<EcgRoom, "record" | "tracing" | "group">,
  mark: WaveformAnchor["mark"],
): WaveformAnchor | undefined {
  const { sha256, study, series, instance } = tracing;
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  return { kind: "waveform", record, sha256, study, series, instance, group, mark };
}
