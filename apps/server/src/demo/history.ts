import { type Cast, found } from "./cast.ts";
import type { DemoStep } from "./content.ts";
import type { WriteSection } from "./sections.ts";
import { isWhole, momentsFrom, typedBeginnings } from "./typing.ts";
import type { Act } from "./writing.ts";

const wordsAtOnce = 4;
/** Between two updates of one step. */
const pause = 4_000;

interface HistoryOptions {
  readonly cast: Cast;
  readonly write: WriteSection;
  /** Booked in the same transaction as the words that it brought. */
  readonly accept: (act: Act, suggestion: string) => Act;
}

/** The steps in which the opinion was written, each as several small edits, as a person types. */
export function historyActs(steps: readonly DemoStep[], { cast, write, accept }: HistoryOptions): Act[] {
  const texts = new Map<string, string>();
  return steps.flatMap((step, index) => {
    const before = texts.get(step.section) ?? "";
    const growing = growStep(before, step);
    texts.set(step.section, growing.at(-1) ?? before);
    const start = momentOf(step, cast);
    const following = steps[index + 1];
    const end = following ? momentOf(following, cast) : new Date(start.getTime() + 60_000);
    const moments = momentsFrom(start, end, growing.length, pause);
    const seat = cast.seatOf(step.who);
    return growing.map((text, part): Act => {
      const act: Act = {
        at: found(moments[part], `moment ${part}`),
        seat,
        write: (doc) => write(doc, step.section, text),
      };
      const isLast = part === growing.length - 1;
      return isLast && step.suggestion !== undefined ? accept(act, step.suggestion) : act;
    });
  });
}

const momentOf = ({ dayOffset, hour }: DemoStep, cast: Cast): Date => cast.at({ day: dayOffset, time: hour });

/** The section's text after each small edit of the step: first what goes, then what comes, word by word. */
export function growStep(before: string, step: DemoStep): string[] {
  const { head, tail } = cutStep(before, step);
  if (!isWhole(head.trimEnd())) return [head + step.insert + tail];
  const removed = step.delete !== "" && step.insert !== "" ? [head + tail] : [];
  return [
    ...removed,
    ...typedBeginnings(step.insert, wordsAtOnce).map((beginning) => head + beginning + tail),
  ];
}

/** Throws where the place of the step is not there exactly once. */
function cutStep(before: string, step: DemoStep): { readonly head: string; readonly tail: string } {
  if (step.place === "end") return { head: before, tail: "" };
  const find = found(step.find ?? undefined, `place of step ${step.n}`);
  const whole = find.before + step.delete + find.after;
  const at = before.indexOf(whole);
  if (at < 0 || before.includes(whole, at + 1)) throw new Error(`Step ${step.n} has no place of its own`);
  const from = at + find.before.length;
  return { head: before.slice(0, from), tail: before.slice(from + step.delete.length) };
}
