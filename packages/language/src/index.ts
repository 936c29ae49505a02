export type { AppConfig } from "./app-config.ts";
export { formats } from "./formats.ts";
export { type Language, languages, languageTag, writingDirection } from "./language.ts";
export { loadMessages, type Messages } from "./load-messages.ts";
export { type CheckSentences, createCheckSentences, createSentences, type Sentences } from "./sentences.ts";
export type { Translation } from "./translation.ts";
export { refusalSentence } from "./refusal-sentence.ts";
