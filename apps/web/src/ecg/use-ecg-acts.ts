import { useFormatter, useTranslations } from "use-intl";
import { useThreads } from "../thread/threads-context.ts";
import { stepFrom } from "../thread/use-thread-keys.ts";
import { anchorIn, type EcgRoom, useEcg } from "./ecg-context.ts";
import type { EcgAct } from "./ecg-keys.ts";
import { gains, speeds } from "./ecg-sheet.ts";
import { useTracingQuote } from "./tracing-words.ts";
import type { EcgPaper } from "./use-ecg-paper.ts";
import type { useTracingDrawing } from "./use-tracing-drawing.ts";

export interface ActsOn {
  readonly paper: EcgPaper;
  readonly drawing: ReturnType<typeof useTracingDrawing>;
  readonly onMove: () => void;
}

/** What tools and keys do. Gives whether something was done. */
export function useEcgActs({ paper, drawing, onMove }: ActsOn): (act: EcgAct) => boolean {
  const room = useEcg();
  const onMarks = useMarkActs(paper);
  return (act) => {
    switch (act.is) {
      case "tool":
        if (!room.marks.drawing) return false;
        room.chooseTool(act.tool);
        drawing.begin();
        return true;
      case "move":
        drawing.move(act.by);
        return true;
      case "lead":
        drawing.lead(act.step);
        return true;
      case "place":
        drawing.place();
        return true;
      case "leave":
        return leave(room, drawing);
      case "mark":
      case "evidence":
      case "remove":
        return onMarks(act);
      case "group":
        return openNext(room);
      case "pan":
      case "end":
      case "zoom":
      case "speed":
      case "gain":
      case "arrangement":
      case "reset":
        onMove();
        return actOnPaper(act, paper);
    }
  };
}

function leave({ tool, chooseTool }: EcgRoom, drawing: ActsOn["drawing"]): boolean {
  const hasLeft = drawing.leave();
  if (tool !== "pan") chooseTool("pan");
  return hasLeft || tool !== "pan";
}

function openNext({ tracing, group, openGroup }: EcgRoom): boolean {
  const { length } = tracing.waveform.groups;
  openGroup((group % length) + 1);
  return length > 1;
}

type PaperAct = Extract<
  EcgAct,
  { readonly is: "pan" | "end" | "zoom" | "speed" | "gain" | "arrangement" | "reset" }
>;

function actOnPaper(act: PaperAct, paper: EcgPaper): boolean {
  switch (act.is) {
    case "pan":
      paper.goTo(paper.from + act.by * paper.sheet.seen);
      return true;
    case "end":
      paper.goTo(act.last ? paper.duration : 0);
      return true;
    case "zoom":
      paper.zoomBy(act.factor);
      return true;
    case "speed":
      paper.setSpeed(after(speeds, paper.speed));
      return true;
    case "gain":
      paper.setGain(after(gains, paper.gain));
      return true;
    case "arrangement":
      paper.arrange(paper.arrangement === "twelve" ? "column" : "twelve");
      return paper.canTwelve;
    case "reset":
      paper.reset();
      return true;
  }
}

const after = <Value>(values: readonly Value[], now: Value): Value =>
  values[(values.indexOf(now) + 1) % values.length] ?? now;

type MarkAct = Extract<EcgAct, { readonly is: "mark" | "evidence" | "remove" }>;

function useMarkActs(paper: EcgPaper) {
  const t = useTranslations("ecg");
  const format = useFormatter();
  const quoteOf = useTracingQuote();
  const { open, openId } = useThreads();
  const room = useEcg();
  const { marks, choose } = room;
  const opened = marks.all.find(({ isOpen }) => isOpen);

  const seconds = (ms: number) => format.number(ms / 1000, { maximumFractionDigits: 1 });

  /** The mark that lies open, else what is seen of the recording. */
  function chooseEvidence(): boolean {
    if (!choose) return false;
    if (opened) {
      choose({ anchor: opened.anchor, quote: quoteOf(opened.anchor.mark, opened.words) });
      return true;
    }
    const from = Math.round(paper.from);
    const to = Math.round(Math.min(paper.duration, paper.from + paper.sheet.seen));
    const anchor = anchorIn(room, { tool: "region", lead: null, from, to, amplitude: null, says: null });
    if (anchor) choose({ anchor, quote: t("quoteSeen", { from: seconds(from), to: seconds(to) }) });
    return anchor !== undefined;
  }

  return (act: MarkAct): boolean => {
    switch (act.is) {
      case "evidence":
        return chooseEvidence();
      case "remove":
        if (!opened?.isOwn || !marks.drawing) return false;
        marks.drawing.remove(opened);
        return true;
      case "mark": {
        const next = stepFrom(inOrder(marks.all), openId, act.step);
        if (next !== undefined) open(next);
        return next !== undefined;
      }
    }
  };
}

/** Group by group, in the order of the recording, then by age. */
const inOrder = (all: ReturnType<typeof useEcg>["marks"]["all"]): readonly string[] =>
  all
    .filter(({ thread }) => thread !== undefined)
    .toSorted(
      (one, other) =>
        one.anchor.group - other.anchor.group ||
        (one.anchor.mark?.from ?? 0) - (other.anchor.mark?.from ?? 0) ||
        one.id.localeCompare(other.id),
    )
    .map(({ id }) => id);
