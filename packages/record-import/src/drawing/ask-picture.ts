import { type ReadingLimits, readingLimits } from "../limits.ts";
import { askOnce } from "../process/ask-once.ts";
import { type DrawAnswer, type DrawQuestion, notDrawnReasons, type PictureType } from "./draw-question.ts";

const mebi = 2 ** 20;

/** Of one frame: a few seconds, and room for its pixels in three forms. */
const limits: ReadingLimits = { ...readingLimits, longest: 20_000, memory: 768 * mebi };

/** Of one answer. */
const mostBytes = 64 * mebi;

const signatures: Readonly<Record<PictureType, readonly number[]>> = {
  "image/jpeg": [0xff, 0xd8, 0xff],
  "image/png": [0x89, 0x50, 0x4e, 0x47],
};

/**
 * Draws a frame in a process of its own, under the caps of the one that reads deliveries: pixels come from outside, and a decoder
 * is what they would attack.
 */
export async function askPicture(
  question: DrawQuestion,
  given: Partial<ReadingLimits> = {},
): Promise<DrawAnswer> {
  const main = new URL("draw-main.ts", import.meta.url);
  const asked = await askOnce(main, question, { ...limits, ...given });
  if (asked.how === "died")
    return { is: "not-drawn", reason: asked.of === "reader-crashed" ? "damaged" : "work" };
  return trusted(asked.answer, question.form.mediaType);
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** A frame may have had a hand in what the process says: it is a picture of the kind that was asked for, or nothing. */
function trusted(answer: unknown, mediaType: PictureType): DrawAnswer {
  if (isFields(answer) && answer["is"] === "drawn") {
    const { content } = answer;
    const isPicture =
      content instanceof Uint8Array &&
      content.length <= mostBytes &&
      signatures[mediaType].every((byte, place) => content[place] === byte);
    if (isPicture) return { is: "drawn", content };
  }
  const reason = isFields(answer) ? answer["reason"] : undefined;
  const known = notDrawnReasons.find((one) => one === reason);
  return { is: "not-drawn", reason: known ?? "damaged" };
}
