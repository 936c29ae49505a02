import type { Page } from "playwright-core";
import { choose } from "./words.ts";

/** Shares the draft, in the dialog that a specialist opens from the bar. */
export async function share(
  page: Page,
  audience: "Patient" | "Care team",
  mode: "As a version" | "Live",
): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Who sees the draft" });
  await choose(dialog, audience);
  await choose(dialog, mode);
  await dialog.getByText(/^Becomes visible: /).waitFor();
  await dialog.getByRole("button", { name: "Share", exact: true }).click();
  await dialog.getByText(mode === "Live" ? /^Live, since / : /^Version \d+, since /).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
}
