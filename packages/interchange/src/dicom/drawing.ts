export {
  drawFrame,
  type Drawing,
  type DrawnFrame,
  type DrawRefusal,
  drawRefusals,
  type FrameToDraw,
} from "./draw-frame.ts";
export { type GreyWindow, levelIn } from "./grey-levels.ts";
export { windowFunctions } from "./window-functions.ts";
