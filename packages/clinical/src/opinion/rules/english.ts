import type { OpinionContext } from "../opinion-content.ts";

/** Rules that read words know English only: in another language they are not there rather than wrong. */
export const isEnglish = ({ language }: Pick<OpinionContext, "language">): boolean => /^en\b/i.test(language);
