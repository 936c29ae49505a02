import { caseCourse } from "@consilium/clinical";
import type { CaseDetail } from "../case/case-api.ts";

/** How far a step of the way is. */
export type WayState = "done" | "now" | "ahead";

export interface WayStep {
  readonly step: "questions" | "records" | "writing" | "get" | "ask";
  readonly state: WayState;
  /** When it was done. */
  readonly on?: Date | undefined;
  /** Until when, or by when. */
  readonly due?: Date | undefined;
}

type Known = Pick<CaseDetail, "state" | "interrupted" | "lifecycle" | "clocks" | "opinions">;

/** The five steps between the first question and the last answer, as far as they are known to a patient. */
export function wayOf(detail: Known): WayStep[] {
  const { state, interrupted, lifecycle, clocks, opinions } = detail;
  const at = caseCourse.findIndex((known) => known === (interrupted ?? state));
  const past = (name: (typeof caseCourse)[number]) => at >= caseCourse.indexOf(name);
  const entered = (name: string) => dateOf(lifecycle.find(({ event }) => event === name)?.at);
  const clock = (kind: string) => clocks.find((found) => found.kind === kind);
  const records = clock("records");
  const isShared = opinions.length > 0;
  const steps: readonly [WayStep["step"], boolean, Omit<WayStep, "step" | "state">][] = [
    ["questions", past("submitted"), { on: entered("submitted") }],
    [
      "records",
      past("ready-for-review"),
      { on: dateOf(records?.met) ?? entered("ready-for-review"), due: dateOf(records?.due) },
    ],
    ["writing", past("signed"), { on: entered("signed") }],
    [
      "get",
      past("delivered") || (past("signed") && isShared),
      { on: entered("delivered"), due: dateOf(clock("opinion")?.due) },
    ],
    ["ask", past("closed"), { on: entered("closed"), due: dateOf(clock("questions")?.due) }],
  ];
  const now = steps.findIndex(([, isDone]) => !isDone);
  return steps.map(([step, isDone, times], place) => ({
    step,
    state: isDone ? "done" : place === now ? "now" : "ahead",
    ...times,
  }));
}

const dateOf = (instant: string | null | undefined): Date | undefined =>
  instant === null || instant === undefined ? undefined : new Date(instant);
