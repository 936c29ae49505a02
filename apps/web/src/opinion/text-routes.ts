/** The address of each text that has pages here. */
export const textRoutes = {
  opinion: "/cases/$caseId/opinion/$section",
  referral: "/cases/$caseId/referral/$section",
  story: "/cases/$caseId/story/$section",
  workpad: "/cases/$caseId/workpad/$section",
  addendum: "/cases/$caseId/addendum/$section",
} as const;

export type TextKind = keyof typeof textRoutes;

/** Where each text begins. */
export const firstSection = {
  opinion: "question",
  referral: "summary",
  story: "goals",
  workpad: "notes",
  addendum: "text",
} as const satisfies Record<TextKind, string>;
