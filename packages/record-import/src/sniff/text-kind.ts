import { xmlRoot, type XmlRoot } from "@consilium/interchange";
import { type FileKind, plainKind } from "./file-kind.ts";

// oxlint-disable-next-line no-control-regex -- control signs are what no text holds
const notText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/;

const wideLabel = ([first, second]: Uint8Array): string | null =>
  first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;

export const hasWideMark = (head: Uint8Array): boolean => wideLabel(head) !== null;

function decodeHead(head: Uint8Array): string {
  const label = wideLabel(head);
  if (label !== null) return new TextDecoder(label).decode(head);
  try {
    // A letter cut in two at the end of the head is no fault: `stream` keeps it back.
    return new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(head);
  }
}

const htmlElements = new Set(
  "html head body title meta link style script base div span p table br hr h1 h2 h3 h4 h5 h6 ul ol pre font center b i a img form".split(
    " ",
  ),
);

function markupKind(text: string, root: XmlRoot | undefined): FileKind | null {
  const start = text.slice(0, 2000).trimStart();
  if (root?.name.toLowerCase() === "svg") return plainKind("svg");
  if (/^<!doctype\s+html/i.test(start)) return plainKind("html");
  if (root && htmlElements.has(root.name.toLowerCase())) return plainKind("html");
  if (root && (start.startsWith("<?xml") || root.namespace !== "" || /^<[A-Z]/.test(start)))
    return { kind: "xml", root };
  return start.startsWith("<?xml") ? { kind: "xml", root: { name: "", namespace: "" } } : null;
}

const json = /^(?:\{\s*["}]|\[\s*(?:[{["\]\d-]|true\b|false\b|null\b))/;

/** Null where it is no text at all. */
export function textKind(head: Uint8Array): FileKind | null {
  const decoded = decodeHead(head);
  if (notText.test(decoded)) return null;
  const text = decoded.replace(/^\ufeff/, "").trimStart();
  if (text.startsWith("{\\rtf")) return plainKind("rtf");
  if (text.startsWith("#!")) return plainKind("program");
  if (json.test(text)) return plainKind("json");
  return (text.startsWith("<") ? markupKind(text, xmlRoot(head)) : null) ?? plainKind("text");
}
