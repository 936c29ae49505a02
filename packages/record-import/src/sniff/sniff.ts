import { fileTypeFromBuffer } from "file-type";
import { headOf, type Source } from "../source.ts";
import { isDicom } from "./dicom-start.ts";
import { type FileKind, plainKind, type PlainKind } from "./file-kind.ts";
import { hasWideMark, textKind } from "./text-kind.ts";

/** Enough for the first element of any XML file seen, and for every signature. */
const headBytes = 64 * 1024;

/** Enough for what DICOM begins with: of a study's thousands of files no more is looked at here. */
const dicomBytes = 1024;

const byType = new Map<string, PlainKind>([
  ["application/pdf", "pdf"],
  ["image/jpeg", "jpeg"],
  ["image/png", "png"],
  ["image/apng", "png"],
  ["image/gif", "gif"],
  ["image/webp", "webp"],
  ["image/avif", "avif"],
  ["image/heic", "heic"],
  ["image/heif", "heic"],
  ["image/heic-sequence", "heic"],
  ["image/heif-sequence", "heic"],
  ["image/tiff", "tiff"],
  ["application/zip", "zip"],
  ["application/x-tar", "tar"],
  ["application/gzip", "gzip"],
  ["application/x-7z-compressed", "other-archive"],
  ["application/x-rar-compressed", "other-archive"],
  ["application/x-bzip2", "other-archive"],
  ["application/x-xz", "other-archive"],
  ["application/x-msdownload", "program"],
  ["application/x-elf", "program"],
  ["application/x-mach-binary", "program"],
  ["application/java-vm", "program"],
  ["application/java-archive", "program"],
  ["application/x-ms-shortcut", "program"],
  ["application/x-msi", "program"],
  ["application/x-cfb", "office"],
  ["application/vnd.android.package-archive", "program"],
]);

const office =
  /^application\/vnd\.(?:openxmlformats-officedocument|oasis\.opendocument|ms-(?:excel|word|powerpoint|visio))/;

function kindOfType(type: string): PlainKind | null {
  const known = byType.get(type);
  if (known !== undefined) return known;
  if (office.test(type)) return "office";
  return /^(?:video|audio)\//.test(type) ? "recording" : null;
}

const startsWith = (head: Uint8Array, text: string): boolean =>
  Array.from(text).every((sign, place) => head[place] === sign.charCodeAt(0));

/** A PDF may have other bytes before its header (ISO 32000-1, annex H.3.4.1). */
const pdfWithin = 1024;
const isPdf = (head: Uint8Array): boolean =>
  /^%PDF-\d\.\d/m.test(new TextDecoder("latin1").decode(head.subarray(0, pdfWithin)));

/** TIFF and BigTIFF, in either order of bytes. Their directory may stand at the end of hundreds of megabytes. */
const tiff = ["II*\0", "MM\0*", "II+\0", "MM\0+"];

/** A signature that file-type needs more of the file for; the first two bytes of programs say too little for it. */
function byOwnSignature(head: Uint8Array): PlainKind | null {
  if (tiff.some((start) => startsWith(head, start))) return "tiff";
  if (startsWith(head, "PK\u0003\u0004") || startsWith(head, "PK\u0005\u0006")) return "zip";
  if (startsWith(head, "ZISRAWFILE")) return "czi";
  if (startsWith(head, "SIS\0")) return "ets";
  return startsWith(head, "MZ") || startsWith(head, "\u007fELF") ? "program" : null;
}

async function typeOf(head: Uint8Array): Promise<string> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? "";
  } catch {
    // It reads on past the end of the head in some kinds of file, and says so by throwing.
    return "";
  }
}

/** By content alone. */
export async function sniff(source: Source): Promise<FileKind> {
  if (source.bytes === 0) return plainKind("empty");
  if (isDicom(await headOf(source, dicomBytes))) return plainKind("dicom");
  const head = await headOf(source, headBytes);
  // A byte order mark of UTF-16 looks like the start of an MP3; only a text goes on as one.
  const marked = hasWideMark(head) ? textKind(head) : null;
  if (marked !== null) return marked;
  const type = await typeOf(head);
  const binary = kindOfType(type);
  if (binary !== null) return plainKind(binary);
  if (isPdf(head)) return plainKind("pdf");
  return textKind(head) ?? plainKind(byOwnSignature(head) ?? "unknown");
}
