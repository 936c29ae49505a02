export { canonicalJson, sha256Hex } from "./canonical-json.ts";
export { type Clock, systemClock } from "./clock.ts";
export { foldWords } from "./fold-words.ts";
export { createLineReader, type LineReader } from "./line-reader.ts";
export { createSeededRandom, type Random, secureRandom } from "./random.ts";
export { ok, refuse, type Result } from "./result.ts";
export { createUlid, isUlid, ulidOf } from "./ulid.ts";
export { type Day, dayAt, dayIn, instantIn, noonOf } from "./wall-time.ts";
