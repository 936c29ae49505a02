import { type ReadingLimits, readingLimits } from "../limits.ts";
import { askOnce } from "../process/ask-once.ts";
import { notDrawnReasons } from "./draw-question.ts";
import type { FigureAnswer, FigureQuestion } from "./figure-question.ts";

const mebi = 2 ** 20;

/** Of one figure: a photograph of many pixels, or the tiles of a region, in three forms. */
const limits: ReadingLimits = { ...readingLimits, longest: 30_000, memory: 1024 * mebi };

/**
 * Draws a figure of a report in a process of its own, as `askPicture` draws a frame: what it is made of comes from outside, and
 * a decoder is what that would attack.
 */
export async function askFigure(question: FigureQuestion): Promise<FigureAnswer> {
  const asked = await askOnce(new URL("figure-main.ts", import.meta.url), question, limits);
  if (asked.how === "died")
    return { is: "not-drawn", reason: asked.of === "reader-crashed" ? "damaged" : "work" };
  return trusted(asked.answer, question);
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const jpeg = [0xff, 0xd8, 0xff];

/** What it was made of may have had a hand in what the process says: it is a JPEG within its bounds, or nothing. */
function trusted(answer: unknown, { mostBytes, longest }: FigureQuestion): FigureAnswer {
  if (!isFields(answer)) return { is: "not-drawn", reason: "damaged" };
  const { content, width, height, reason } = answer;
  const isSide = (side: unknown): side is number =>
    Number.isInteger(side) && Number(side) >= 1 && Number(side) <= longest;
  const isJpeg =
    content instanceof Uint8Array &&
    content.length <= mostBytes &&
    jpeg.every((byte, place) => content[place] === byte);
  if (answer["is"] === "drawn" && isJpeg && isSide(width) && isSide(height))
    return { is: "drawn", content, width, height };
  const known = notDrawnReasons.find((one) => one === reason);
  return { is: "not-drawn", reason: known ?? "damaged" };
}
