import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createSeededRandom } from "@consilium/foundation";
import { ctSlice, writeDicom } from "@consilium/interchange";
import type { FileToSend } from "./tus-client.ts";

export interface CtSize {
  readonly slices: number;
  /** Rows and columns. */
  readonly side: number;
}

export interface CtLook extends CtSize {
  /** What the middle of a slice has for a value, by its number and without grain, where a picture is to say which slice it is. */
  readonly middleOf?: (slice: number) => number;
}

/** Stored values of a body in air, with the grain of a real one, so that nothing packs it away. */
const air = -1000;
const liver = 60;
const grain = 24;
/** Of what says which slice it is; pixels. */
const middleRadius = 24;

/** Millimetres. */
const thickness = 1.25;
const spacing = 0.7;

/** An axial CT that nobody had before, a file for each slice, in the folder. It names no patient: it goes to any case. */
export async function writeStudy(
  folder: string,
  number: number,
  look: CtLook,
): Promise<readonly FileToSend[]> {
  const { slices, side } = look;
  await mkdir(folder, { recursive: true });
  const noise = noiseOf(number, 2 * side * side);
  const files: FileToSend[] = [];
  for (let at = 1; at <= slices; at += 1) {
    const slice = drawSlice(number, at, look, noise);
    const path = `CT/IM${String(at).padStart(4, "0")}`;
    const file = join(folder, path.replace("/", "-"));
    await writeFile(file, slice);
    files.push({ file, path, bytes: slice.length });
  }
  return files;
}

function noiseOf(seed: number, length: number): Int8Array {
  const random = createSeededRandom(seed);
  return Int8Array.from({ length }, () => random.below(2 * grain + 1) - grain);
}

function drawSlice(number: number, at: number, { side, middleOf }: CtLook, noise: Int8Array): Uint8Array {
  const middle = side / 2;
  const radius = side * (0.34 + 0.06 * Math.sin(at / 40));
  const pixels = new Int16Array(side * side);
  // Each slice is grained from another place of the same noise.
  const shift = (at * 7919) % (side * side);
  const sign = middleOf?.(at);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    const [x, y] = [(pixel % side) - middle, Math.floor(pixel / side) - middle];
    const base = x * x + 1.8 * y * y < radius * radius ? liver : air;
    const isSign = sign !== undefined && Math.hypot(x, y) < middleRadius;
    pixels[pixel] = isSign ? sign : base + (noise[pixel + shift] ?? 0);
  }
  return writeDicom(
    ctSlice({
      studyUid: `2.25.71${number}`,
      seriesUid: `2.25.72${number}`,
      instanceUid: `2.25.73${number}${String(at).padStart(5, "0")}`,
      frameOfReference: `2.25.74${number}`,
      patient: { name: "", id: "P1", birthDate: "", sex: "O" },
      studyDate: "20261103",
      studyDescription: `CT ${number}`,
      seriesDescription: "Portal venous",
      seriesNumber: 4,
      instanceNumber: at,
      institution: "Northgate",
      bodyPart: "ABDOMEN",
      rows: side,
      columns: side,
      position: [-middle * spacing, -middle * spacing, at * thickness],
      pixelSpacing: [spacing, spacing],
      thicknessMm: thickness,
      rescale: { slope: 1, intercept: 0 },
      window: { center: 50, width: 350 },
      pixels,
    }),
  );
}
