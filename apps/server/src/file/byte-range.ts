/** `end` is not among them. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Of a `Range` header, the one range that it asks for (RFC 9110, section 14). Undefined: the whole; also where several are
 * asked for, which a server may answer with the whole. `"none"`: the file is shorter.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | "none" | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return undefined;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "none" : { start: size - length, end: size };
  }
  const start = Number(first);
  const end = last === "" ? size : Math.min(Number(last) + 1, size);
  if (last !== "" && Number(last) < start) return undefined;
  return start < size ? { start, end } : "none";
}
