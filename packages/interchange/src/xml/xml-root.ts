export interface XmlRoot {
  /** Without its prefix. */
  readonly name: string;
  /** "" where none is declared. */
  readonly namespace: string;
}

/** Bytes that are looked at: some systems write a page of comments before the root. */
const looked = 64 * 1024;

/** Two bytes a sign, where one of the first two is zero or they are a mark of byte order. */
function startOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = first === 0xff || first === 0xfe || first === 0 || second === 0;
  const isBigEndian = first === 0xfe || first === 0;
  const encoding = isWide ? (isBigEndian ? "utf-16be" : "utf-16le") : "utf-8";
  return new TextDecoder(encoding).decode(bytes.subarray(0, looked));
}

/** The place after a comment, a declaration or a processing instruction; -1 where it does not end. */
function afterMisc(text: string, place: number): number | null {
  const end = text.startsWith("<!--", place)
    ? "-->"
    : text.startsWith("<?", place)
      ? "?>"
      : text.startsWith("<!", place)
        ? ">"
        : null;
  if (end === null) return null;
  const found = text.indexOf(end, place + 2);
  return found === -1 ? -1 : found + end.length;
}

const startTag = /<(?:([\p{L}_][\p{L}\p{N}_.-]{0,60}):)?([\p{L}_][\p{L}\p{N}_.-]{0,100})(?=[\s/>])([^<>]*)/uy;

function rootAt(text: string, place: number): XmlRoot | undefined {
  startTag.lastIndex = place;
  const [, prefix, name, attributes = ""] = startTag.exec(text) ?? [];
  if (name === undefined) return undefined;
  const wanted = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  for (const [, key, quoted, apostrophed] of attributes.matchAll(
    /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (key === wanted) return { name, namespace: quoted ?? apostrophed ?? "" };
  }
  return { name, namespace: "" };
}

/** Whether the first sign of a file is that of a tag. */
export const startsLikeXml = (file: Uint8Array): boolean =>
  startOf(file.subarray(0, 4096)).trimStart().startsWith("<");

/** What the first element of a file is called, from its first bytes; undefined where it does not start like XML. */
export function xmlRoot(file: Uint8Array): XmlRoot | undefined {
  const text = startOf(file);
  let place = 0;
  for (;;) {
    while (/\s|\ufeff/.test(text.charAt(place))) place += 1;
    if (text.charAt(place) !== "<") return undefined;
    const next = afterMisc(text, place);
    if (next === null) return rootAt(text, place);
    if (next === -1) return undefined;
    place = next;
  }
}
