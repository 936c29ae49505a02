import type { Locator, Page } from "playwright-core";

/** The editor of a section's text; its items have editors of their own behind it. */
export const writingIn = (page: Page, section: string): Locator =>
  page.locator(`#section-${section}`).getByRole("textbox").first();
