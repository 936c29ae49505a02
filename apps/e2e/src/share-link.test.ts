import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { ask, caseOf } from "./case-of.ts";
import { journey } from "./journey.ts";

const visit = journey({ expected: [/403/, /404/] });

test("a report is shared by a link: another doctor reads it without an account, a wrong passcode opens nothing, and its code is looked up", async () => {
  const marisol = await visit.enter("marisol", { viewport: { width: 390, height: 844 }, hasTouch: true });
  const caseId = await caseOf(marisol, "CN-4756");
  const { items } = await ask<{ items: { id: string; code: string }[] }>(marisol, `/cases/${caseId}/reports`);
  const [report] = items;
  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/report/${report?.id}`);
  await marisol.page.getByRole("button", { name: "More for this report" }).click();
  await marisol.page.getByRole("menuitem", { name: "Share with another doctor…" }).click();
  const dialog = marisol.page.getByRole("dialog");
  await dialog.getByLabel("For whom").fill("Dr Ruiz, the family doctor");
  expect(await faultsOf(marisol.page)).toEqual([]);
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const address = await dialog.locator(".link-address").innerText();
  const passcode = await dialog.locator(".link-passcode").innerText();
  expect(await faultsOf(marisol.page)).toEqual([]);

  const page = await visit.stranger({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.getByLabel("Passcode").fill(passcode === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Open the report" }).click();
  await page.getByText("That is not the passcode.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel("Passcode").fill(passcode);
  await page.getByRole("button", { name: "Open the report" }).click();
  await page.getByText(/^Second opinion, signed /).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(`${marisol.origin}/v/${report?.code.toUpperCase().replaceAll("-", " ")}`);
  await page.getByText("It stands.").waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await dialog.getByText("Opened once, ends", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await dialog.getByText(/^Closed\. Was opened once\.$/).waitFor();
  await page.goto(address);
  await page.reload();
  await page.getByLabel("Passcode").fill(passcode);
  await page.getByRole("button", { name: "Open the report" }).click();
  await page.getByText("This link opens nothing.").waitFor();
});
