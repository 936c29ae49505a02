import { createCipheriv, createHash } from "node:crypto";
import { open } from "node:fs/promises";

export interface WrittenFile {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

const piece = 4 * 2 ** 20;

/** Of every PDF with this text; what an attachment of it holds comes before the page. */
const page = (attached: number) => [
  `<< /Length ${attached} >>\nstream\n`,
  "<< /Type /Catalog /Pages 3 0 R >>",
  "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 3 0 R /MediaBox [0 0 300 200] >>",
];

/** A PDF of one empty page and as many bytes of what nothing packs, other ones for each `number`. */
export async function writeLargePdf(path: string, number: number, attached: number): Promise<WrittenFile> {
  const handle = await open(path, "w");
  const hash = createHash("sha256");
  let bytes = 0;
  const write = async (chunk: Uint8Array) => {
    hash.update(chunk);
    bytes += chunk.length;
    await handle.write(chunk);
  };
  const offsets: number[] = [];
  const begin = async (place: number, content: string) => {
    offsets.push(bytes);
    await write(Buffer.from(`${place} 0 obj\n${content}`, "latin1"));
  };
  try {
    await write(Buffer.from("%PDF-1.7\n", "latin1"));
    for (const [place, content] of page(attached).entries()) {
      await begin(place + 1, content);
      if (place === 0) {
        for (const noise of noiseOf(number, attached)) await write(noise);
        await write(Buffer.from("\nendstream", "latin1"));
      }
      await write(Buffer.from("\nendobj\n", "latin1"));
    }
    await write(Buffer.from(tableOf(offsets, bytes), "latin1"));
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest("hex") };
}

function tableOf(offsets: readonly number[], at: number): string {
  const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = offsets.length + 1;
  return `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root 2 0 R >>\nstartxref\n${at}\n%%EOF\n`;
}

/** A cipher's stream: as fast as the machine, and the same for a number. */
function* noiseOf(number: number, length: number): Generator<Uint8Array> {
  const iv = Buffer.alloc(16);
  iv.writeUInt32BE(number);
  const cipher = createCipheriv("aes-128-ctr", Buffer.alloc(16, 7), iv);
  const zeros = Buffer.alloc(piece);
  for (let left = length; left > 0; left -= piece)
    yield cipher.update(zeros.subarray(0, Math.min(piece, left)));
}
