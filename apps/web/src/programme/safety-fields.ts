import type { ProgrammeContent } from "./programme-api.ts";
import type { Kept } from "./unsaved.ts";

/** In characters. */
export const longestNote = 1000;

export const safetyKept = ({ safety }: Pick<ProgrammeContent, "safety">): Kept<"text"> => ({
  version: safety?.version ?? 0,
  fields: { text: safety?.text ?? "" },
});

/** What comes along when words are pasted, as tabs, is no part of them. */
export const plainLines = (text: string): string => text.replaceAll(/[^\P{Cc}\n]/gu, " ");
