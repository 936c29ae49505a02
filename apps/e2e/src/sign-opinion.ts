import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { section } from "./desk.ts";
import { demoPassword } from "./running-server.ts";
import type { Visitor } from "./visitor.ts";

export const openRecommendations = async ({ page, origin }: Visitor, caseId: string): Promise<void> => {
  await page.goto(`${origin}/cases/${caseId}/opinion/recommendations`);
  await section(page, "Recommendations").waitFor();
};

/** Opens the sheet. Every open point that is no hard one gets a reason. */
export async function answerOpenPoints({ page }: Visitor): Promise<Locator> {
  await page.getByRole("button", { name: "Review and sign" }).click();
  const dialog = page.getByRole("dialog");
  const owner = dialog.getByRole("button", { name: "Dr Adaeze Okonkwo" });
  await dialog.getByText(/checks are fine/).waitFor();
  if (await owner.isVisible()) {
    await owner.click();
    await dialog.getByText("Must be done", { exact: true }).waitFor({ state: "hidden" });
  }
  for (const field of await dialog.getByRole("textbox", { name: /^Your reason: / }).all())
    await field.fill("Looked at, and left so.");
  await dialog.getByText("Say that you have read it all.").waitFor();
  return dialog;
}

/** The open points, then the rest of the sheet, but for the signature. */
export async function readyToSign(visitor: Visitor): Promise<Locator> {
  const dialog = await answerOpenPoints(visitor);
  await dialog.getByRole("checkbox", { name: /^I have read it all/ }).check();
  return dialog;
}

export async function sign(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const dialog = await readyToSign(visitor);
  await dialog.getByRole("textbox", { name: "Your password" }).fill(demoPassword);
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await page.waitForURL(/\/report\//);
  await page.getByRole("heading", { level: 1 }).waitFor();
}
