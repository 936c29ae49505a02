export type { Locale } from "./app-config.ts";
export { formats } from "./formats.ts";
export { languageTag, loadMessages, locales, writingDirection } from "./load-messages.ts";
export { createSentences, type Sentences } from "./sentences.ts";
export type { Catalogue, Translation } from "./translation.ts";
