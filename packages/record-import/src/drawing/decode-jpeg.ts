import type { Drawing, FrameToDraw } from "@consilium/interchange/drawing";
import { isOfPicture, openSharp } from "../picture/open-picture.ts";

/** JPEG baseline, and extended, of which only 8 bits a sample can be undone here. */
const jpegSyntaxes = new Set(["1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"]);

export const isJpeg = ({ instance }: FrameToDraw): boolean => jpegSyntaxes.has(instance.transferSyntax);

const explicitLittleEndian = "1.2.840.10008.1.2.1";

type Refusal = Extract<Drawing, { readonly ok: false }>;

const refusal = (reason: Refusal["reason"]): Refusal => ({ ok: false, reason });

/** The same frame as if it had been written uncompressed, a pixel's samples together; colours are red, green and blue then. */
export async function withoutJpeg(toDraw: FrameToDraw, mostPixels: number): Promise<FrameToDraw | Refusal> {
  const { instance, pixels } = toDraw;
  const { columns, rows, format } = instance;
  if (format.bitsStored !== 8 || (format.samples !== 1 && format.samples !== 3)) return refusal("syntax");
  if (columns * rows > mostPixels) return refusal("size");
  const isGrey = format.samples === 1;
  const sharp = await openSharp();
  try {
    const opened = sharp(pixels, {
      limitInputPixels: mostPixels,
      failOn: "truncated",
      ignoreIcc: isGrey,
    });
    const plain = isGrey ? opened.extractChannel(0) : opened.removeAlpha().toColourspace("srgb");
    const { data, info } = await plain.raw().toBuffer({ resolveWithObject: true });
    if (info.width !== columns || info.height !== rows || info.channels !== format.samples)
      return refusal("damaged");
    const photometric = isGrey ? format.photometric : "RGB";
    const native = { ...format, photometric, bitsAllocated: 8, signed: false };
    return {
      ...toDraw,
      instance: { ...instance, format: native, transferSyntax: explicitLittleEndian },
      pixels: data,
      planar: false,
    };
  } catch (error) {
    if (!isOfPicture(error)) throw error;
    return refusal("damaged");
  }
}
