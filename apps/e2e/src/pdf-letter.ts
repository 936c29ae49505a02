import type { Protection } from "./protected-pdf.ts";

const open: Protection = { encrypt: (_, bytes) => Buffer.from(bytes), trailer: "" };

/** A PDF with a page for each of these lines; a line stands in the upper half. `ballast`: bytes that nothing draws. */
export function pdfOf(
  lines: readonly string[],
  ballast: Uint8Array = new Uint8Array(0),
  { encrypt, trailer: protection }: Protection = open,
): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${lines.map((_, at) => `${pageAt(at)} 0 R`).join(" ")}] /Count ${lines.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...lines.flatMap((line, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 594] /Contents ${pageAt(at) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(encrypt(pageAt(at) + 1, Buffer.from(`BT /F1 14 Tf 40 480 Td (${line}) Tj ET`))),
    ]),
    ...(ballast.length > 0 ? [stream(Buffer.from(ballast))] : []),
  ].map((object, at) => Buffer.from(`${at + 1} 0 obj\n${object}\nendobj\n`, "latin1"));
  const head = Buffer.from("%PDF-1.7\n");
  const places: string[] = [];
  let end = head.length;
  for (const object of objects) {
    places.push(`${String(end).padStart(10, "0")} 00000 n \n`);
    end += object.length;
  }
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R ${protection} >>\nstartxref\n${end}\n%%EOF\n`;
  return Buffer.concat([head, ...objects, Buffer.from(table + trailer, "latin1")]);
}

/** The number of a page's object: three come first, and each page has its content behind it. */
const pageAt = (at: number): number => 4 + at * 2;

const stream = (bytes: Buffer): string =>
  `<< /Length ${bytes.length} >>\nstream\n${bytes.toString("latin1")}\nendstream`;
