import type { DeliveredFile } from "../delivery-reading.ts";

/** A PDF of one empty page and a stream of zeros, which is never in memory as a whole. */
export function largePdf(path: string, zeros: number): DeliveredFile {
  const head = Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Length ${zeros} >>\nstream\n`, "latin1");
  const objects = [
    "<< /Type /Catalog /Pages 3 0 R >>",
    "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 3 0 R /MediaBox [0 0 300 200] >>",
  ];
  let text = "\nendstream\nendobj\n";
  const start = head.length + zeros;
  const offsets = [
    9,
    ...objects.map((object, index) => {
      const offset = start + text.length;
      text += `${index + 2} 0 obj\n${object}\nendobj\n`;
      return offset;
    }),
  ];
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 5\n0000000000 65535 f \n${table}trailer\n<< /Size 5 /Root 2 0 R >>\nstartxref\n${start + text.length}\n%%EOF\n`;
  const tail = Buffer.from(text, "latin1");
  return {
    path,
    bytes: start + tail.length,
    read: (offset, length) => {
      const bytes = Buffer.alloc(length);
      if (offset < head.length) head.copy(bytes, 0, offset);
      if (offset + length > start) tail.copy(bytes, Math.max(0, start - offset), Math.max(0, offset - start));
      return Promise.resolve(bytes);
    },
  };
}
