import { parentPort, workerData } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";
import { readDicom } from "@consilium/interchange";
import { readDemoCase } from "../read-content.ts";
import { drawDemoImages } from "./demo-images.ts";
import type { DrawnImage, ImageWork } from "./store-demo-images.ts";

/** Draws the images of one study, one after the other, each when it is asked for: see `store-demo-images.ts`. */
// What `drawInThread` hands over, typed there.
const { name, recordId, today }: ImageWork = workerData;

const study = drawDemoImages(name, readDemoCase(name, today), today).find((one) => one.recordId === recordId);
const images = study?.images.values() ?? [].values();

function next(): DrawnImage | null {
  const { value } = images.next();
  if (!value) return null;
  const read = readDicom(value.draw(), { inflate: (deflated) => inflateRawSync(deflated) });
  if (!read.ok) throw new Error(`A drawn image cannot be read: ${read.reason}`);
  return { path: value.path, instance: read.instance, stored: read.stored };
}

parentPort?.on("message", () => {
  // A port between threads has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(next());
});
