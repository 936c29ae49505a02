import { drawFrame } from "@consilium/interchange/drawing";
import { isJpeg, withoutJpeg } from "./decode-jpeg.ts";
import type { DrawAnswer, DrawQuestion } from "./draw-question.ts";
import { encodeFrame } from "./encode-frame.ts";

/** Of one frame, before anything of it is unpacked. */
const mostPixels = 32 * 1024 * 1024;

/** A frame of a DICOM file as a picture that browsers show. What the file holds never makes it reject. */
export async function drawPicture({ frame, form }: DrawQuestion): Promise<DrawAnswer> {
  const native = isJpeg(frame) ? await withoutJpeg(frame, mostPixels) : frame;
  if ("ok" in native) return { is: "not-drawn", reason: native.reason };
  const drawing = drawFrame(native, form.window);
  if (!drawing.ok) return { is: "not-drawn", reason: drawing.reason };
  return { is: "drawn", content: await encodeFrame(drawing.drawn, form) };
}
