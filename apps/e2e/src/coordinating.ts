import { expect } from "vitest";
import { faultsOf } from "./accessibility.ts";
import type { Visitor } from "./visitor.ts";

/** On the case's page of triage. */
export async function offerTo(
  { page }: Visitor,
  whom: string,
  note: string,
  mode: "To write the opinion" | "To read it blind" = "To write the opinion",
): Promise<void> {
  await page.getByRole("button", { name: `Offer it to ${whom}…` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radiogroup").getByText(mode, { exact: true }).click();
  await dialog.getByRole("textbox", { name: "A note to them" }).fill(note);
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Offer it" }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** On their list of cases, where one is offered to them. */
export async function acceptOffer({ page }: Visitor, interests: string): Promise<void> {
  await page.getByRole("button", { name: "Accept…" }).click();
  await page.getByRole("textbox", { name: "Your interests in this case" }).fill(interests);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Take the case" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}
