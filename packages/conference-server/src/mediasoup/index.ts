export { findWorker, lookForWorker, type Say } from "../worker/find-worker.ts";
export { CannotBuild, MissingPackages } from "../worker/recipe.ts";
export { codecs } from "./codecs.ts";
export { MediasoupMedia, type MediasoupSettings } from "./mediasoup-media.ts";
