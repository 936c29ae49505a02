import type { Page } from "playwright-core";

export interface PhotoToTake {
  readonly light: "day" | "night";
  /** The camera was held upright, stored the picture lying, and says so in its EXIF. */
  readonly isTurned: boolean;
}

/** Upright, pixels. */
const [width, height] = [1500, 2000];

/**
 * A JPEG of a printed page with a black band at its upper end, as a telephone's camera makes it. Drawn in the browser; the page
 * that lends it to us may be empty.
 */
export async function takePhoto(page: Page, photo: PhotoToTake): Promise<Buffer> {
  const encoded = await page.evaluate(drawPhoto, { ...photo, width, height });
  const picture = Buffer.from(encoded, "base64");
  return photo.isTurned
    ? Buffer.concat([picture.subarray(0, 2), turnedToRight, picture.subarray(2)])
    : picture;
}

/** The segment that says: turn it by 90 degrees to the right (EXIF orientation 6). */
const turnedToRight = Buffer.from(
  "ffe10022 457869660000 4d4d002a00000008 0001 011200030000000100060000 00000000".replaceAll(" ", ""),
  "hex",
);

async function drawPhoto({
  light,
  isTurned,
  width: across,
  height: down,
}: PhotoToTake & { readonly width: number; readonly height: number }): Promise<string> {
  const canvas = isTurned ? new OffscreenCanvas(down, across) : new OffscreenCanvas(across, down);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser does not draw.");
  if (isTurned) {
    pen.translate(0, across);
    pen.rotate(-Math.PI / 2);
  }
  const isDay = light === "day";
  pen.fillStyle = isDay ? "#e6e2da" : "#1c1a16";
  pen.fillRect(0, 0, across, down);
  pen.fillStyle = isDay ? "#222" : "#0a0a0a";
  pen.fillRect(0, 0, across, 80);
  pen.font = "32px serif";
  for (let line = 0; line < 40; line += 1)
    pen.fillText("The lady was seen on 14 March. Ultrasound showed three places.", 100, 180 + line * 44);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
  let text = "";
  for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCodePoint(byte);
  return btoa(text);
}

/** Brightness at the upper end of a picture on the page and below it, 0 to 255, and whether it stands upright. */
export const lookOf = (
  page: Page,
  picture: string,
): Promise<{ readonly band: number; readonly below: number; readonly isUpright: boolean }> =>
  page
    .locator(picture)
    .first()
    .evaluate(async (element) => {
      if (!(element instanceof HTMLImageElement)) throw new Error("That is no picture.");
      await element.decode();
      const { naturalWidth, naturalHeight } = element;
      const canvas = new OffscreenCanvas(naturalWidth, naturalHeight);
      const pen = canvas.getContext("2d", { willReadFrequently: true });
      if (!pen) throw new Error("This browser does not draw.");
      pen.drawImage(element, 0, 0);
      const lightAt = (part: number) =>
        pen.getImageData(Math.round(naturalWidth / 2), Math.round(naturalHeight * part), 1, 1).data[0] ?? 0;
      return { band: lightAt(0.02), below: lightAt(0.06), isUpright: naturalHeight > naturalWidth };
    });
