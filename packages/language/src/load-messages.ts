import type { Language } from "./language.ts";
import type en from "./messages/en.ts";

export type Messages = typeof en;

const loaders: Record<Language, () => Promise<{ default: unknown }>> = {
  en: () => import("./messages/en.ts"),
  pseudo: () => import("./messages/pseudo.ts"),
};

/** For the browser: only the chosen language is fetched. */
export async function loadMessages(language: Language): Promise<Messages> {
  const catalogue = (await loaders[language]()).default;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Every catalogue satisfies Translation or is computed from the English one.
  return catalogue as Messages;
}
