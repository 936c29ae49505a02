import { createTranslator } from "use-intl/core";
import { formats } from "./formats.ts";
import refusal from "./messages/refusal.en.ts";

const sentences: Readonly<Record<string, string>> = refusal;

/**
 * The English sentence of a reason that is only known when it happens, with whatever it names. Throws where there is none:
 * whoever adds a reason adds its sentence.
 */
export const refusalSentence: (reason: string, values: Readonly<Record<string, string | number>>) => string =
  createTranslator<Readonly<Record<string, string>>>({
    locale: "en",
    messages: sentences,
    timeZone: "UTC",
    formats,
    onError: (error) => {
      throw error;
    },
  });
