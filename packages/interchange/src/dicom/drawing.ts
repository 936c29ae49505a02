export {
  drawFrame,
  type Drawing,
  type DrawnFrame,
  type DrawRefusal,
  drawRefusals,
  type FrameToDraw,
} from "./draw-frame.ts";
export { type GreyWindow, windowFunctions } from "./grey-levels.ts";
