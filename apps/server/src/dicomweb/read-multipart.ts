/** Of one message. Bytes of one part are held in memory at once. */
export interface MultipartLimits {
  readonly partBytes: number;
  readonly allBytes: number;
  readonly parts: number;
}

/** Why a message cannot be read on. */
export type MultipartProblem = "cut-off" | "damaged" | "too-large" | "too-many-parts";

export class MultipartRefusal extends Error {
  override readonly name = "MultipartRefusal";
  readonly problem: MultipartProblem;

  constructor(problem: MultipartProblem) {
    super(`The message is ${problem}`);
    this.problem = problem;
  }
}

/** Of a `Content-Type` of `multipart/related`: what parts its parts. Undefined where it is another type or has none. */
export function boundaryIn(contentType: string): string | undefined {
  if (!/^\s*multipart\/related\s*;/i.test(contentType)) return undefined;
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  return quoted ?? plain;
}

const line = Buffer.from("\r\n");
const blank = Buffer.from("\r\n\r\n");
const last = "--";
/** Bytes of what may stand before the first part, and of the headers of a part. */
const longestPreamble = 64 * 1024;
const longestHead = 16 * 1024;

export interface ReceivedPart {
  /** In lower case and without parameters. Undefined: the part does not say. */
  readonly type: string | undefined;
  readonly content: Buffer;
}

/**
 * Each part of a `multipart/related` message (RFC 2046, 5.1), as soon as it is whole. Throws `MultipartRefusal`; a
 * message without its last boundary was cut off.
 */
export async function* readParts(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
  limits: MultipartLimits,
): AsyncGenerator<ReceivedPart> {
  const reading = new PartReading(Buffer.from(`\r\n--${boundary}`, "latin1"), limits);
  for await (const chunk of source) {
    yield* reading.take(chunk);
    if (reading.isOver) return;
  }
  throw new MultipartRefusal("cut-off");
}

class PartReading {
  readonly #mark: Buffer;
  readonly #limits: MultipartLimits;
  /** Of the part that is being read, its head among it. */
  #held: Buffer[] = [];
  #heldBytes = 0;
  /** What may be the beginning of a boundary. The first boundary needs no line before it. */
  #rest: Buffer = line;
  #allBytes = 0;
  #parts = 0;
  #isInPart = false;
  isOver = false;

  constructor(mark: Buffer, limits: MultipartLimits) {
    this.#mark = mark;
    this.#limits = limits;
  }

  *take(chunk: Uint8Array): Generator<ReceivedPart> {
    this.#allBytes += chunk.length;
    if (this.#allBytes > this.#limits.allBytes) throw new MultipartRefusal("too-large");
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (!this.isOver) {
      const at = this.#rest.indexOf(this.#mark);
      if (at < 0) {
        this.#hold(Math.max(0, this.#rest.length - this.#mark.length + 1));
        return;
      }
      this.#hold(at);
      const after = this.#rest.subarray(this.#mark.length, this.#mark.length + 2);
      if (after.length < 2) return;
      if (this.#isInPart) yield this.#content();
      this.#next(after.toString("latin1"));
    }
  }

  #hold(bytes: number): void {
    this.#heldBytes += bytes;
    const most = this.#isInPart ? this.#limits.partBytes : longestPreamble;
    if (this.#heldBytes > most) throw new MultipartRefusal(this.#isInPart ? "too-large" : "damaged");
    if (this.#isInPart && bytes > 0) this.#held.push(this.#rest.subarray(0, bytes));
    this.#rest = this.#rest.subarray(bytes);
  }

  #content(): ReceivedPart {
    const part = Buffer.concat(this.#held);
    const head = part.subarray(0, longestHead).indexOf(blank);
    if (head < 0) throw new MultipartRefusal("damaged");
    return { type: typeIn(part.toString("latin1", 0, head)), content: part.subarray(head + blank.length) };
  }

  #next(after: string): void {
    this.#held = [];
    this.#heldBytes = 0;
    this.isOver = after === last;
    if (this.isOver) return;
    if (after !== "\r\n") throw new MultipartRefusal("damaged");
    this.#parts += 1;
    if (this.#parts > this.#limits.parts) throw new MultipartRefusal("too-many-parts");
    this.#isInPart = true;
    // The end of its line stays: a part without headers begins with an empty line.
    this.#rest = this.#rest.subarray(this.#mark.length);
  }
}

const typeIn = (headers: string): string | undefined =>
  /^content-type:[ \t]*([^\s;]+)/im.exec(headers)?.[1]?.toLowerCase();
