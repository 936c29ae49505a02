import type { Locator, Page } from "playwright-core";

/** One of the three planes. */
export const plane = (page: Page, name: string): Locator =>
  page.getByRole("application", { name, exact: true });
