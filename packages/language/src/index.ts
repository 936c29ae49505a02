export type { Locale } from "./app-config.ts";
export { formats } from "./formats.ts";
export { createSentences, type Sentences } from "./sentences.ts";
