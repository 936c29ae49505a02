/**
 * The scripts of a case, from the moment somebody points at one in their list: they come while the finger comes down. Not before:
 * the list alone does not need them. What fails here is asked for again when the case is opened.
 */
function askForCasePages(): void {
  void fetchPages().catch(() => undefined);
}

async function fetchPages(): Promise<void> {
  const [{ pagesByRole }] = await Promise.all([
    import("../patient/by-role.tsx"),
    import("../case/case-page.tsx"),
  ]);
  for (const route of ["/cases/$caseId/", "/cases/$caseId/opinion/$section"])
    pagesByRole.get(route)?.preload({ role: "specialist" });
}

/** Of a way to a case. */
export const asksForCasePages = {
  onPointerEnter: askForCasePages,
  onTouchStart: askForCasePages,
  onFocus: askForCasePages,
} as const;
