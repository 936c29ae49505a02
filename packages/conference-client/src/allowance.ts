/** Requests at once, and then one in so many milliseconds: less than the conference allows, so that it never refuses. */
const atOnce = 60;
const pause = 100;

/** Sends what is said in order, and no faster than that: in a full room a page that comes in has a hundred things to ask. */
export class Allowance {
  readonly #send: (text: string) => void;
  readonly #waiting: string[] = [];
  #left = atOnce;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  say(text: string): void {
    this.#waiting.push(text);
    this.#go();
  }

  /** Over a line that is new nothing waits: what was not answered is said again. */
  forget(): void {
    this.#waiting.length = 0;
  }

  close(): void {
    this.forget();
    clearTimeout(this.#timer);
  }

  #go(): void {
    while (this.#left > 0) {
      const text = this.#waiting.shift();
      if (text === undefined) break;
      this.#left -= 1;
      this.#send(text);
    }
    if (this.#left < atOnce) this.#timer ??= setTimeout(() => this.#fill(), pause);
  }

  #fill(): void {
    this.#timer = undefined;
    this.#left += 1;
    this.#go();
  }
}
