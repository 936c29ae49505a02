import { drawPicture } from "./draw-picture.ts";
import type { DrawQuestion } from "./draw-question.ts";

/** A process of its own for one frame: see `ask-picture.ts`. What fails in it ends it, and that is an answer too. */
process.once("message", (question: DrawQuestion) => {
  void drawPicture(question).then((answer) => process.send?.(answer));
});
