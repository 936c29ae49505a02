export type { DeliveredFile, DeliveryReading, FoundPatient, Outcome } from "./delivery-reading.ts";
export { askFigure } from "./drawing/ask-figure.ts";
export { askPicture } from "./drawing/ask-picture.ts";
export {
  type DrawAnswer,
  type NotDrawnReason,
  type PictureForm,
  type PictureType,
  pictureTypes,
} from "./drawing/draw-question.ts";
export type {
  FigureAnswer,
  FigureBox,
  FigureMarks,
  FigurePlace,
  FigureQuestion,
  FigureSource,
} from "./drawing/figure-question.ts";
export { type ReadingLimits, readingLimits } from "./limits.ts";
export { askOnce } from "./process/ask-once.ts";
export type { StoreFile } from "./process/incoming.ts";
export type { KeptFile } from "./process/protocol.ts";
export {
  openReadingProcess,
  type ReadingProcess,
  type ReadingProcessOptions,
} from "./process/reading-process.ts";
export { readDelivery, type ReadDeliveryOptions } from "./read-delivery.ts";
export { type OutcomeReason, outcomeReasons } from "./reasons.ts";
