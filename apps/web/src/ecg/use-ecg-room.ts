import type { Anchor, MarkKind, WaveformAnchor, WaveformTool } from "@consilium/workspace";
import { useMemo, useState } from "react";
import { type DrawnMark, type DrawnMarks, type MarkPlaces, useDrawnMarks } from "../drawn/use-drawn-marks.ts";
import { useRecordMarks } from "../record/record-marks.ts";
import type { Reported } from "../record/use-reported.ts";
import { useThreads } from "../thread/threads-context.ts";
import type { EcgRoom, EcgTool } from "./ecg-context.ts";
import { anchorOfPlace } from "./reported-tracing.ts";
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

/** The place of this recording that a report names and that is to be seen. */
export type LookedPlace = Pick<Reported, "looked" | "asked">;

/** What the parts of an open ECG share, tied to the threads of the case and to the links of the text beside it. */
export function useEcgRoom(record: string, tracing: Tracing, { looked, asked }: LookedPlace): EcgRoom {
  const hand = useHand();
  const marking = useMarking(tracing);
  const { lit: place, choose } = useRecordMarks();
  const followed = place?.kind === "waveform" && place.instance === tracing.instance ? place : undefined;
  const reported = useMemo(
    // Another one each time that it is asked for.
    () => (looked && looked.key === asked.key ? anchorOfPlace(record, tracing, looked.place) : undefined),
    [record, tracing, looked, asked],
  );
  const lit = reported ?? followed;
  return useMemo(
    () => ({ record, tracing, ...hand, ...marking, choose, lit }),
    [record, tracing, hand, marking, choose, lit],
  );
}

/** What lies open, and what a drag does. */
function useHand() {
  const [tool, chooseTool] = useState<EcgTool>("pan");
  const [isInAllLeads, markAllLeads] = useState(false);
  const [group, openGroup] = useState(1);
  return useMemo(
    () => ({ tool, chooseTool, isInAllLeads, markAllLeads, group, openGroup }),
    [tool, isInAllLeads, group],
  );
}

function useMarking(tracing: Tracing) {
  const [describing, describe] = useState<string>();
  const marks = useMarksHere(tracing);
  const { open, openId } = useThreads();
  const wanted = marks.all.find(({ id }) => id === openId)?.anchor;
  const { drawing } = marks;
  return useMemo(() => {
    const add = async (anchor: WaveformAnchor) => {
      const id = await drawing?.add(anchor);
      // A measure says what it is; a region or a place means something that only words say.
      if (id !== undefined && curves.kindOf(anchor) !== "measure") describe(id);
    };
    return {
      marks,
      wanted,
      describing,
      describe,
      addMark: (anchor: WaveformAnchor) => void add(anchor),
      openMark: ({ thread }: DrawnMark) => {
        if (thread) open(thread.id === openId ? undefined : thread.id);
      },
    };
  }, [marks, wanted, describing, drawing, open, openId]);
}

/** By UIDs: a study that was filed anew keeps what was drawn on it. */
function useMarksHere({ instance }: Tracing): DrawnMarks<WaveformAnchor> {
  const marks = useDrawnMarks(curves);
  return useMemo(
    () => ({ ...marks, all: marks.all.filter(({ anchor }) => anchor.instance === instance) }),
    [marks, instance],
  );
}
