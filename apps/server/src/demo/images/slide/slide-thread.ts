import { parentPort, workerData } from "node:worker_threads";
import { readDemoCase } from "../../read-content.ts";
import { drawSlide } from "./demo-slides.ts";
import type { SlideWork } from "./store-demo-slides.ts";

/** Draws one slide: see `store-demo-slides.ts`. */
// What `drawInThread` hands over, typed there.
const { name, slide, today }: SlideWork = workerData;
const file = drawSlide(readDemoCase(name, today), slide);
// A port between threads has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(new Uint8Array(file));
