import { drawFigure } from "./draw-figure.ts";
import type { FigureQuestion } from "./figure-question.ts";

/** A process of its own for one figure: see `ask-figure.ts`. What fails in it ends it, and that is an answer too. */
process.once("message", (question: FigureQuestion) => {
  void drawFigure(question).then((answer) => process.send?.(answer));
});
