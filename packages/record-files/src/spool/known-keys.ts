import { SpoolRefusal } from "./spool-refusal.ts";

const keyBytes = 32;
/** Keys that are remembered, of the uploads asked for last. */
const most = 10_000;

/** An upload's key is the same until it is removed: it is asked for once, not for each piece and each range. */
export class KnownKeys {
  readonly #ask: (uploadId: string) => Promise<Buffer | undefined>;
  readonly #known = new Map<string, Buffer>();

  constructor(ask: (uploadId: string) => Promise<Buffer | undefined>) {
    this.#ask = ask;
  }

  async of(id: string): Promise<Buffer> {
    const known = this.#known.get(id);
    if (known) return known;
    const key = await this.#ask(id);
    if (!key) throw new SpoolRefusal("not-found");
    return this.keep(id, key);
  }

  keep(id: string, key: Buffer): Buffer {
    if (key.length !== keyBytes) throw new RangeError(`An upload's key has ${keyBytes} bytes`);
    this.#known.set(id, key);
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
    return key;
  }

  forget(id: string): void {
    this.#known.delete(id);
  }
}
