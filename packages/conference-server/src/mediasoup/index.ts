export { findWorker } from "../worker/find-worker.ts";
export { CannotBuild } from "../worker/recipe.ts";
export { MediasoupMedia, type MediasoupSettings } from "./mediasoup-media.ts";
