import { Refused } from "../app/refused.ts";
import type { DeliveryApi } from "./delivery-api.ts";
import type { DeliveryEvent, DeliveryState } from "./delivery-state.ts";
import { totalsOf } from "./delivery-totals.ts";

/** What the answers to a delivery's questions bring about. */
export interface QuestionActs {
  readonly state: () => DeliveryState;
  readonly turn: (event: DeliveryEvent) => void;
  /** Somebody answered. */
  readonly gotThrough: () => void;
  /** Nobody did. */
  readonly noAnswer: () => void;
  readonly signedOut: () => void;
  /** After each question: does what comes next. */
  readonly settle: () => void;
}

/** What is asked of the server about a whole delivery: to begin it, to end it, to cancel it. One question at a time. */
export class DeliveryQuestions {
  readonly #id: string;
  readonly #api: Pick<DeliveryApi, "begin" | "complete" | "cancel">;
  readonly #acts: QuestionActs;
  #isBegun: boolean;
  #isAsking = false;
  #isDoubted = false;

  /** `isBegun`: an earlier page has begun it. */
  constructor(
    id: string,
    api: Pick<DeliveryApi, "begin" | "complete" | "cancel">,
    acts: QuestionActs,
    isBegun: boolean,
  ) {
    this.#id = id;
    this.#api = api;
    this.#acts = acts;
    this.#isBegun = isBegun;
  }

  get isBegun(): boolean {
    return this.#isBegun;
  }

  begin(): void {
    this.#ask(() => this.#api.begin(this.#id), { is: "got-through" });
  }

  complete(): void {
    this.#ask(() => this.#api.complete(this.#id, totalsOf(this.#acts.state()).there), { is: "complete" });
  }

  /** Of what was never begun the server knows nothing. */
  cancel(): void {
    this.#ask(async () => this.#isBegun && this.#api.cancel(this.#id), { is: "cancelled" });
  }

  #ask(question: () => Promise<unknown>, then: DeliveryEvent): void {
    if (!this.#isAsking) void this.#askNow(question, then);
  }

  async #askNow(question: () => Promise<unknown>, then: DeliveryEvent): Promise<void> {
    this.#isAsking = true;
    const asked = this.#acts.state().phase.is;
    try {
      await question();
      this.#isAsking = false;
      this.#isBegun = true;
      this.#acts.gotThrough();
      // Who has cancelled meanwhile hears of nothing else.
      if (this.#acts.state().phase.is !== "cancelling" || then.is === "cancelled") this.#acts.turn(then);
    } catch (error) {
      this.#isAsking = false;
      this.#notAnswered(error, asked);
    }
    this.#acts.settle();
  }

  #notAnswered(error: unknown, asked: DeliveryState["phase"]["is"]): void {
    if (!(error instanceof Refused) || error.status >= 500) return this.#acts.noAnswer();
    if (error.status === 401) return this.#acts.signedOut();
    if (asked === "cancelling") return this.#acts.turn({ is: "cancelled" });
    if (asked === "ending" && error.reason === "files-missing" && !this.#isDoubted) {
      this.#isDoubted = true;
      return this.#acts.turn({ is: "doubted" });
    }
    this.#acts.turn({ is: "stopped", sentence: error.message });
  }
}
