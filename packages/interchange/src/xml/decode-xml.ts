export type DecodedXml =
  | { readonly ok: true; readonly text: string }
  /** The encoding that the file names, or that its bytes suggest. */
  | { readonly ok: false; readonly encoding: string };

/** A declaration stands at the very start; what is longer is none. */
const longestDeclaration = 300;

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Two bytes a sign: by its mark of byte order, or because the file starts with `<` that way. */
function wideEncoding([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? "utf-16be" : null;
}

const declaredEncoding = (bytes: Uint8Array): string | null =>
  /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    String.fromCharCode(...bytes.subarray(0, longestDeclaration)),
  )?.[1] ?? null;

/**
 * XML as text. What is sound UTF-8 is UTF-8, whatever the file says of itself: text of another encoding is hardly ever
 * that by chance, while files that name the wrong one are common. Only else is the declaration believed. Nothing is
 * replaced: a byte that stands for no sign is a refusal.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const wide = wideEncoding(bytes);
  const declared = wide ?? declaredEncoding(bytes);
  const text = wide === null ? decode(bytes, "utf-8") : decode(bytes, wide);
  if (text !== null) return { ok: true, text };
  const named = declared === null || wide !== null ? null : decode(bytes, declared);
  return named === null ? { ok: false, encoding: declared ?? "UTF-8" } : { ok: true, text: named };
}
