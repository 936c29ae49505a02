const lineEnd = [13, 10, 13, 10];

/** The content of the only part of a `multipart/related` answer, whose length is known. Undefined: it is not there. */
export function singlePart(body: Uint8Array, length: number): Uint8Array | undefined {
  const last = Math.min(body.length, 1024) - lineEnd.length;
  for (let at = 0; at <= last; at += 1) {
    if (!lineEnd.every((byte, next) => body[at + next] === byte)) continue;
    const start = at + lineEnd.length;
    return start + length <= body.length ? body.subarray(start, start + length) : undefined;
  }
  return undefined;
}
