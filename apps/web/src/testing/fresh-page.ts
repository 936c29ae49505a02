import { beforeEach, onTestFinished } from "vitest";
import { makeFresh } from "./make-fresh.ts";

// Tests of pages share one page in a worker (`isolate: false`). What a test asks for when it is over is done in the reverse
// order: this is the last, also where a test or something after it fails.
beforeEach(() => onTestFinished(makeFresh));
