import type { Random } from "@consilium/foundation";

export interface DigestOptions {
  /** The canonical rendering of what this client holds now. */
  readonly render: () => string;
  readonly send: (sequence: number, sha256: Uint8Array) => void;
  readonly random: Pick<Random, "below">;
}

const quiet = 1000;
/** Of the quiet seconds one in four. */
const sampled = 4;

/** SY-35: after a quiet second, sampled, says what this client sees. It alone shows an id that carried two texts. */
export class Digests {
  readonly #options: DigestOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DigestOptions) {
    this.#options = options;
  }

  /** The document changed: which sequence it stands for is not known until the server says the next one. */
  moved(): void {
    clearTimeout(this.#timer);
  }

  /** All that is here is committed, as of that sequence. */
  acknowledged(sequence: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#say(sequence), quiet);
  }

  async #say(sequence: number): Promise<void> {
    if (this.#options.random.below(sampled) > 0) return;
    const bytes = new TextEncoder().encode(this.#options.render());
    this.#options.send(sequence, new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  }
}
