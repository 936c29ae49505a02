import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useLatest } from "../thread/use-latest.ts";
import { anchorIn, useEcg } from "./ecg-context.ts";
import { type Moment, momentAt, placeOf, type Sheet, type Speed, type Strip } from "./ecg-sheet.ts";
import { finishedShape, isSpan, markOfShape, type TracingShape } from "./tracing-mark.ts";
import { TracingPointing } from "./tracing-pointing.ts";
import { aimedAt, begun, type TracingSketch } from "./tracing-sketch.ts";
import { useTracingSays } from "./tracing-words.ts";
import type { EcgPaper } from "./use-ecg-paper.ts";
import type { ShownTracing } from "./use-shown-tracings.ts";

/** Where the next place would be put from the keyboard. */
export interface TracingCursor {
  /** Of the sheet's strips. */
  readonly at: number;
  readonly moment: Moment;
}

export interface DrawingOn {
  readonly paper: EcgPaper;
  readonly surface: HTMLElement | null;
  readonly shown: readonly ShownTracing[];
  readonly onMove: () => void;
}

/** Drawing on the paper: with a pointer, and with the arrow keys and Enter. */
export function useTracingDrawing(on: DrawingOn) {
  const { sketch, setSketch, current } = useSketch();
  const [cursor, setCursor] = useState<TracingCursor>();
  const { finish, change } = useFinishing(setSketch);
  const { tool } = useEcg();
  usePointing({ ...on, setSketch, current, finish, change, dropCursor: () => setCursor(undefined) });
  const keys = usePlacing({ paper: on.paper, cursor, setCursor, setSketch, current, finish });
  return { sketch, cursor: tool === "pan" ? undefined : cursor, ...keys };
}

/** The newest at once: pointer events come faster than renderings. */
function useSketch() {
  const [sketch, show] = useState<TracingSketch>();
  const current = useRef<TracingSketch>(undefined);
  const setSketch = useMemo(
    () => (next: TracingSketch | undefined) => {
      current.current = next;
      show(next);
    },
    [],
  );
  return { sketch, setSketch, current };
}

function useFinishing(setSketch: (sketch: TracingSketch | undefined) => void) {
  const room = useEcg();
  const says = useTracingSays();
  const unitOf = (shape: TracingShape): string => {
    const channels = room.tracing.waveform.groups[room.group - 1]?.channels ?? [];
    return channels.find(({ name }) => name === shape.lead)?.unit ?? "uV";
  };
  const anchorOf = (shape: TracingShape) => anchorIn(room, markOfShape(shape, says(shape, unitOf(shape))));
  const finish = ({ shape }: TracingSketch) => {
    setSketch(undefined);
    const finished = finishedShape(shape);
    const anchor = finished && anchorOf(finished);
    if (anchor) room.addMark(anchor);
  };
  const change = (id: string, shape: TracingShape, isLast: boolean) => {
    const anchor = finishedShape(shape) && anchorOf(shape);
    if (anchor) room.marks.drawing?.change({ id }, anchor, isLast);
  };
  return { finish, change };
}

interface PointingOn extends DrawingOn, ReturnType<typeof useFinishing> {
  readonly setSketch: (sketch: TracingSketch | undefined) => void;
  readonly current: RefObject<TracingSketch | undefined>;
  readonly dropCursor: () => void;
}

function usePointing(on: PointingOn): void {
  const room = useEcg();
  const latest = useLatest({ ...on, room });
  const { surface, current, setSketch } = on;
  useEffect(() => {
    if (!surface) return undefined;
    const pointing = new TracingPointing({
      paper: () => latest.current.paper,
      tool: () => latest.current.room.tool,
      isInAllLeads: () => latest.current.room.isInAllLeads,
      mayDraw: () =>
        latest.current.room.marks.drawing !== undefined && anchorIn(latest.current.room, null) !== undefined,
      shown: () => latest.current.shown,
      sketch: () => current.current,
      setSketch,
      finish: (done) => latest.current.finish(done),
      change: (id, shape, isLast) => latest.current.change(id, shape, isLast),
      open: (id) => {
        const mark = latest.current.room.marks.all.find((one) => one.id === id);
        if (mark) latest.current.room.openMark(mark);
      },
      goTo: (from) => {
        latest.current.onMove();
        latest.current.paper.goTo(from);
      },
    });
    return pointing.listen(surface, () => latest.current.dropCursor());
  }, [surface, latest, current, setSketch]);
}

interface Placing extends Pick<PointingOn, "setSketch" | "current" | "finish"> {
  readonly paper: EcgPaper;
  readonly cursor: TracingCursor | undefined;
  readonly setCursor: (cursor: TracingCursor | undefined) => void;
}

function usePlacing({ paper, cursor, setCursor, setSketch, current, finish }: Placing) {
  const { tool, isInAllLeads } = useEcg();
  const { sheet } = paper;
  const strip = cursor && sheet.strips[cursor.at];
  return {
    begin: () => {
      const [first] = sheet.strips;
      if (!cursor && first) setCursor({ at: 0, moment: [(first.from + first.to) / 2, 0] });
    },
    /** By millimetres of paper. */
    move: (by: readonly [right: number, up: number]) => {
      if (!cursor || !strip) return;
      const moment = movedIn(strip, sheet.speed, cursor.moment, by);
      setCursor({ ...cursor, moment });
      if (current.current) setSketch(aimedAt(current.current, moment));
    },
    lead: (step: 1 | -1) => {
      const next = cursor && inOtherLead(sheet, cursor, step);
      if (!next) return;
      setSketch(undefined);
      setCursor(next);
    },
    place: () => {
      if (!cursor || !strip || tool === "pan") return;
      const sketch = current.current?.shape.tool === tool ? current.current : undefined;
      if (sketch) return finish(aimedAt(sketch, cursor.moment));
      const next = begun(tool, strip, cursor.moment, isInAllLeads);
      if (isSpan(tool)) setSketch(next);
      else finish(next);
    },
    /** Whether there was something to leave. */
    leave: () => {
      const wasBusy = current.current !== undefined || cursor !== undefined;
      setSketch(undefined);
      setCursor(undefined);
      return wasBusy;
    },
  };
}

const within = ({ from, to }: Strip, ms: number): number => Math.min(to, Math.max(from, ms));

function movedIn(
  strip: Strip,
  speed: Speed,
  moment: Moment,
  [right, up]: readonly [right: number, up: number],
): Moment {
  const [x, y] = placeOf(strip, speed, moment);
  const [ms, value] = momentAt(strip, speed, [x + right, y - up]);
  return [within(strip, ms), value];
}

function inOtherLead({ strips }: Sheet, cursor: TracingCursor, step: 1 | -1): TracingCursor | undefined {
  const at = (cursor.at + step + strips.length) % strips.length;
  const next = strips[at];
  return next && { at, moment: [within(next, cursor.moment[0]), 0] };
}
