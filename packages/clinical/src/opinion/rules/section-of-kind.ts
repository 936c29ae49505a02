/** Below which section the items of a kind are read. */
export const sectionOfKind: Readonly<Record<string, string>> = {
  finding: "findings",
  differential: "assessment",
  answer: "answers",
  option: "options",
  recommendation: "recommendations",
  citation: "recommendations",
  "red-flag": "redflags",
};
