import type { CaseState, ClockKind } from "@consilium/clinical";
import { caseStates } from "@consilium/clinical";
import type { LifecycleEvent, QuestionWords, RequestWords } from "@consilium/database";
import { dayAt, instantIn } from "@consilium/foundation";
import { type Cast, found } from "./cast.ts";
import type { Moment } from "./content-moment.ts";
import type { DemoCase } from "./content.ts";
import { demoId } from "./demo-id.ts";
import { itemIdOf } from "./inventory.ts";

export interface PlannedClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
  readonly zone: string;
  readonly pauses: readonly {
    readonly id: string;
    readonly fromAt: Date;
    readonly toAt: Date;
    readonly reason: string;
  }[];
}

export interface PlannedRequest {
  readonly id: string;
  readonly state: "open" | "received" | "unavailable";
  readonly required: boolean;
  readonly seatId: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly words: RequestWords;
}

export interface PlannedQuestion {
  readonly id: string;
  readonly version: number;
  readonly rank: number;
  readonly seatId: string;
  readonly submittedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly words: QuestionWords;
}

const isState = (event: string): event is CaseState => caseStates.some((state) => state === event);

/** The steps from state to state. What else happened is in the audit. */
export function planLifecycle({ lifecycle }: DemoCase, cast: Cast): LifecycleEvent[] {
  const states = lifecycle.flatMap(({ event, ...row }) => (isState(event) ? [{ ...row, to: event }] : []));
  return states.flatMap(({ id, to, by, at, note }, index) => {
    const before = states[index - 1];
    if (!before) return [];
    return {
      id: demoId("lifecycle", id),
      organisationId: cast.organisationId,
      caseId: cast.caseId,
      from: before.to,
      to,
      seatId: cast.seatOf(by).id,
      at: cast.at(at),
      reason: note ?? null,
    };
  });
}

const clockKinds: Readonly<Record<string, ClockKind>> = {
  "Records complete": "records",
  "Opinion due": "opinion",
  "Blind read due": "blind",
  "Questions open": "questions",
};

const momentOf = (at: Moment | null, cast: Cast): Date | null => (at ? cast.at(at) : null);

export const planClocks = ({ clocks }: DemoCase, cast: Cast): PlannedClock[] =>
  clocks.map((clock) => ({
    id: demoId("clock", clock.id),
    kind: found(clockKinds[clock.name], clock.name),
    startedAt: momentOf(clock.from, cast),
    dueAt: clock.due ? instantIn(clock.zone, dayAt(cast.today, clock.due.day), clock.due.time) : null,
    doneAt: momentOf(clock.met ?? null, cast),
    zone: clock.zone,
    pauses: clock.pauses.map((pause, index) => ({
      id: demoId("pause", `${clock.id}/${index}`),
      fromAt: cast.at(pause.from),
      toAt: cast.at(pause.to),
      reason: pause.reason,
    })),
  }));

/** As a case has them that was only opened. */
export const clocksNotBegun = (content: DemoCase, cast: Cast): PlannedClock[] =>
  planClocks(content, cast)
    .filter(({ kind }) => kind === "records" || kind === "opinion")
    .map((clock) => ({ ...clock, startedAt: null, dueAt: null, doneAt: null, pauses: [] }));

const requestStates = { open: "open", here: "received", unavailable: "unavailable" } as const;

export const planRequests = (content: DemoCase, cast: Cast): PlannedRequest[] =>
  content.requests.map((request) => ({
    id: demoId("request", request.id),
    state: requestStates[request.state],
    required: request.required ?? false,
    seatId: cast.seatOf(request.by).id,
    askedAt: cast.at(request.asked),
    dueAt: cast.at(request.due),
    answeredAt: request.answered ? cast.at(request.answered) : null,
    words: {
      what: request.what,
      from: request.from,
      message: request.message ?? null,
      why: request.why ?? null,
      answer: request.answer?.text ?? null,
      answeredBy: request.answered && request.answer ? cast.seatOf(request.answer.by).id : null,
      item: request.item === undefined ? null : itemIdOf(content, request.item),
      of: cast.seatOf(request.of).id,
    },
  }));

/** A question that was worded anew has a row for each wording; the newer ones came the next day. */
export function planQuestions({ questions, lifecycle }: DemoCase, cast: Cast): PlannedQuestion[] {
  const submitted = cast.at(found(lifecycle.find(({ event }) => event === "submitted")?.at, "submitted"));
  return questions.flatMap(({ id, rank, by, text, earlier = [], textForBlind, withdrawn }) =>
    [...earlier, text].map((words, index) => ({
      id: demoId("question", id),
      version: index + 1,
      rank,
      seatId: cast.seatOf(by).id,
      submittedAt: new Date(submitted.getTime() + index * 24 * 3_600_000),
      withdrawnAt: withdrawn ? cast.at(withdrawn) : null,
      words: { text: words, textForBlind: textForBlind ?? null },
    })),
  );
}
