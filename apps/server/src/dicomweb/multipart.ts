import { randomBytes } from "node:crypto";

export interface Part {
  readonly type: string;
  readonly location?: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** `multipart/related` (RFC 2387), part after part as its bytes come. */
export function multipart(
  parts: Iterable<Part>,
  type: string,
): { contentType: string; body: ReadableStream } {
  const boundary = `consilium-${randomBytes(12).toString("hex")}`;
  return {
    contentType: `multipart/related; type="${type}"; boundary=${boundary}`,
    body: ReadableStream.from(write(parts, boundary)),
  };
}

async function* write(parts: Iterable<Part>, boundary: string): AsyncGenerator<Uint8Array> {
  for (const { type, location, content } of parts) {
    const where = location === undefined ? "" : `Content-Location: ${location}\r\n`;
    yield Buffer.from(`--${boundary}\r\nContent-Type: ${type}\r\n${where}\r\n`, "latin1");
    yield* content;
    yield Buffer.from("\r\n", "latin1");
  }
  yield Buffer.from(`--${boundary}--\r\n`, "latin1");
}
