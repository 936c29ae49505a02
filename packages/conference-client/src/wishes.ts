import type { Stream } from "@consilium/conference";

/** Of a camera's pictures the largest that is wished, from 0; null: nobody looks at it. */
export type Wish = number | null;

/** How large the pictures of others are wished, by producer: also of such as are not received yet, and while the room moves. */
export class Wishes {
  readonly #wishes = new Map<string, Wish>();

  set(producer: string, wish: Wish): void {
    this.#wishes.set(producer, wish);
  }

  /** Undefined: nobody has said. Sound is never wished away. */
  of({ producer, kind }: Stream): Wish | undefined {
    return kind === "video" ? this.#wishes.get(producer) : undefined;
  }

  forget(producer: string): void {
    this.#wishes.delete(producer);
  }

  /** Forgets those of streams that have ended without a word over a line that was lost. */
  keepOnly(streams: readonly Stream[]): void {
    const sent = new Set(streams.map(({ producer }) => producer));
    for (const producer of this.#wishes.keys()) if (!sent.has(producer)) this.#wishes.delete(producer);
  }
}
