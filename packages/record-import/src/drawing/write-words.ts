import type { OverlayOptions } from "sharp";
import { openSharp } from "../picture/open-picture.ts";
import type { FigureQuestion } from "./figure-question.ts";

/** Words as a picture with a clear ground. */
export interface WrittenWords {
  readonly width: number;
  readonly height: number;
  readonly input: Buffer;
}

export interface Hand {
  readonly font: FigureQuestion["font"];
  /** Pixels. */
  readonly size: number;
}

/** What people wrote is never read as markup. */
export async function writeWords(words: string, colour: string, { font, size }: Hand): Promise<WrittenWords> {
  const sharp = await openSharp();
  const text = `<span foreground="${colour}">${escaped(words)}</span>`;
  const { data, info } = await sharp({
    text: { text, font: `${font.name} ${size}`, fontfile: font.file, rgba: true, dpi: 72 },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, input: data };
}

export const overlay = ({ input }: WrittenWords, left: number, top: number): OverlayOptions => ({
  input,
  left: Math.round(left),
  top: Math.round(top),
});

const escaped = (words: string): string =>
  words
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
