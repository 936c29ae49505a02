/** Milliseconds that an answer holds. */
const rhythm = 1000;
/** Answers that are remembered. */
const most = 1000;

/** Answers of the last second, those that are a yes; whoever asks the same meanwhile is given the same. */
export class Recent<T> {
  readonly #answers = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();
  readonly #isYes: (answer: T) => boolean;
  readonly #now: () => number;

  constructor(isYes: (answer: T) => boolean, now: () => number) {
    this.#isYes = isYes;
    this.#now = now;
  }

  ask(name: string, ask: () => Promise<T>): Promise<T> {
    const at = this.#now();
    const known = this.#answers.get(name);
    if (known && at - known.at < rhythm) return known.answer;
    const answer = ask();
    const asked = { at, answer };
    this.#answers.delete(name);
    this.#answers.set(name, asked);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > most && oldest !== undefined) this.#answers.delete(oldest);
    const drop = () => {
      if (this.#answers.get(name) === asked) this.#answers.delete(name);
    };
    answer.then((said) => this.#isYes(said) || drop(), drop);
    return answer;
  }

  /** Also what is being asked: its answer is for those who wait for it already, and for nobody else. */
  forget(): void {
    this.#answers.clear();
  }
}
