import type { Visitor } from "./visitor.ts";

/** A step of the menu of the report that is on screen. */
export async function more({ page }: Visitor, item: string): Promise<void> {
  await page.getByRole("button", { name: "More for this report" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

export async function sayTheyWereTold(visitor: Visitor, how: string): Promise<void> {
  const { page } = visitor;
  await more(visitor, "The patient was told…");
  await page.getByLabel("How they were told").fill(how);
  await page.getByRole("button", { name: "They were told" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}
