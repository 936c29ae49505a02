import type { Anchor, MarkKind, WaveformAnchor, WaveformTool } from "@consilium/workspace";
import { useMemo, useState } from "react";
import { type DrawnMark, type DrawnMarks, type MarkPlaces, useDrawnMarks } from "../drawn/use-drawn-marks.ts";
import { useRecordMarks } from "../record/record-marks.ts";
import { useThreads } from "../thread/threads-context.ts";
import type { EcgRoom, EcgTool } from "./ecg-context.ts";
import type { Tracing } from "./tracing-query.ts";

const kinds: Readonly<Record<WaveformTool, MarkKind>> = {
  interval: "measure",
  amplitude: "measure",
  region: "region",
  point: "mark",
};

const curves: MarkPlaces<WaveformAnchor> = {
  isPlace: (anchor: Anchor | undefined): anchor is WaveformAnchor => anchor?.kind === "waveform",
  kindOf: ({ mark }) => (mark === null ? "region" : kinds[mark.tool]),
};

/** What the parts of an open ECG share, tied to the threads of the case and to the links of the text beside it. */
export function useEcgRoom(record: string, tracing: Tracing): EcgRoom {
  const [tool, chooseTool] = useState<EcgTool>("pan");
  const [isInAllLeads, markAllLeads] = useState(false);
  const [describing, describe] = useState<string>();
  const [group, openGroup] = useState(1);
  const marks = useMarksHere(tracing);
  const { open, openId } = useThreads();
  const { lit: place, choose } = useRecordMarks();
  const lit = place?.kind === "waveform" && place.instance === tracing.instance ? place : undefined;
  const wanted = marks.all.find(({ id }) => id === openId)?.anchor;
  const { drawing } = marks;
  return useMemo(
    () => ({
      record,
      tracing,
      group,
      openGroup,
      tool,
      chooseTool,
      isInAllLeads,
      markAllLeads,
      marks,
      openMark: ({ thread }: DrawnMark) => {
        if (thread) open(thread.id === openId ? undefined : thread.id);
      },
      describing,
      describe,
      addMark: (anchor: WaveformAnchor) => {
        const add = async () => {
          const id = await drawing?.add(anchor);
          // A measure says what it is; a region or a place means something that only words say.
          if (id !== undefined && curves.kindOf(anchor) !== "measure") describe(id);
        };
        void add();
      },
      choose,
      lit,
      wanted,
    }),
    [
      record,
      tracing,
      group,
      tool,
      isInAllLeads,
      marks,
      open,
      openId,
      describing,
      drawing,
      choose,
      lit,
      wanted,
    ],
  );
}

/** By UIDs: a study that was filed anew keeps what was drawn on it. */
function useMarksHere({ instance }: Tracing): DrawnMarks<WaveformAnchor> {
  const marks = useDrawnMarks(curves);
  return useMemo(
    () => ({ ...marks, all: marks.all.filter(({ anchor }) => anchor.instance === instance) }),
    [marks, instance],
  );
}
