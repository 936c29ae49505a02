import { createTranslator } from "use-intl/core";
import { formats } from "./formats.ts";
import { languageTag } from "./language.ts";
import en from "./messages/en.ts";

export type Sentences = ReturnType<typeof createTranslator<typeof en>>;

/**
 * Messages outside React: in answers of the API, in mail. `timeZone` is the reader's, an IANA name. Throws where a message
 * or a parameter is missing: a bare key must never reach a person.
 */
export function createSentences(language: "en", timeZone: string): Sentences {
  return createTranslator<typeof en>({
    locale: languageTag(language),
    messages: en,
    timeZone,
    formats,
    onError: (error) => {
      throw error;
    },
  });
}

export type CheckSentences = ReturnType<typeof createTranslator<typeof en, "checks">>;

/** Those of the completeness rules alone: of all sentences at once the compiler makes too many. */
export const createCheckSentences = (language: "en", timeZone: string): CheckSentences =>
  createTranslator<typeof en, "checks">({
    locale: languageTag(language),
    messages: en,
    namespace: "checks",
    timeZone,
    formats,
    onError: (error) => {
      throw error;
    },
  });
