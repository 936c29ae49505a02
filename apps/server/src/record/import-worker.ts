import { parentPort, workerData } from "node:worker_threads";
import { createUlid, secureRandom } from "@consilium/foundation";
import { importCcda, importFhir, importFhirResource, isCcda } from "@consilium/interchange";
import type { ImportWork } from "./read-file.ts";

/** A thread of its own for one file: see `read-file.ts`. */
// What `readInThread` hands over, typed there.
const { as, file, now }: ImportWork = workerData;

let made = 0;
/** Records stand in the order of their ids: each is a millisecond later than the one before. */
const createId = () => createUlid(now.getTime() + made++, secureRandom);

const readCase = isCcda(file) ? importCcda : importFhir;
const read = as === "case" ? readCase : importFhirResource;
// A port between threads has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(read(file, { now, createId }));
