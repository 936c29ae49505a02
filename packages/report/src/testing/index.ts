export { drawPng } from "./draw-png.ts";
export { idOf } from "./ids.ts";
export { sampleInput } from "./sample-input.ts";
export { rich, sampleOpinion } from "./sample-opinion.ts";
