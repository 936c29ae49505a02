import { adviseOn, measurePhoto, type GreyPicture, type PhotoAdvice } from "./photo-look.ts";

/** Pixels of the longer side: enough to tell sharp letters, little enough for an old telephone. */
const looked = 1024;

/**
 * Looks at a photograph on this device: nothing of it leaves. Undefined: it is well, or the browser cannot show it, as with
 * HEIC in most; the server can.
 */
export async function lookAtPhoto(file: Blob): Promise<PhotoAdvice | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const { width, height } = picture;
  const grey = greyOf(picture);
  picture.close();
  return grey && adviseOn(measurePhoto(grey), { width, height });
}

function greyOf(picture: ImageBitmap): GreyPicture | undefined {
  const scale = Math.min(1, looked / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const drawing = canvas.getContext("2d", { willReadFrequently: true });
  if (!drawing) return undefined;
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = drawing.getImageData(0, 0, canvas.width, canvas.height);
  const light = new Uint8ClampedArray(width * height);
  for (let at = 0; at < light.length; at += 1) {
    const pixel = at * 4;
    light[at] =
      0.2126 * (data[pixel] ?? 0) + 0.7152 * (data[pixel + 1] ?? 0) + 0.0722 * (data[pixel + 2] ?? 0);
  }
  return { width, height, light };
}
