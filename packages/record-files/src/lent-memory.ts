/**
 * Memory for bytes that nobody keeps beyond one piece of work. Fresh memory for each file, of hundreds a second, calls the collector
 * again and again, which stops everybody.
 */
export class LentMemory {
  readonly #bytes: number;
  readonly #mostFree: number;
  readonly #free: Buffer[] = [];

  /** `bytes`: of each piece. `mostFree`: pieces that are held while nobody needs them. */
  constructor(bytes: number, mostFree: number) {
    this.#bytes = bytes;
    this.#mostFree = mostFree;
  }

  /** It holds what the work before left in it. */
  take(): Buffer {
    return this.#free.pop() ?? Buffer.allocUnsafe(this.#bytes);
  }

  /** Nobody reads it or writes to it any more: the disk included. */
  giveBack(memory: Buffer): void {
    if (this.#free.length < this.#mostFree) this.#free.push(memory);
  }
}
