import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { goToEnd, limitations, openSection, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { demoPassword } from "./running-server.ts";
import { answerOpenPoints, openRecommendations } from "./sign-opinion.ts";
import { desk } from "./viewports.ts";

const visit = journey();

test("who signs while the other specialist still types is told what changed and reads again; then nobody changes it", async () => {
  const [ingrid, tomasz] = await Promise.all([visit.enter("ingrid", desk), visit.enter("tomasz", desk)]);
  const caseId = await caseOf(ingrid, oncology);
  const editor = await openSection(tomasz, caseId, limitations);
  await openRecommendations(ingrid, caseId);
  const dialog = await answerOpenPoints(ingrid);
  const read = dialog.getByRole("checkbox", { name: /^I have read it all/ });
  await read.check();
  await dialog.getByRole("textbox", { name: "Your password" }).fill(demoPassword);
  await goToEnd(editor);
  await editor.pressSequentially(" One more thing.");
  await waitUntilSaved(tomasz.page);
  await dialog.getByText("Changed since you read it: the opinion.").waitFor();
  expect(await read.isChecked()).toBe(false);
  expect(await faultsOf(ingrid.page)).toEqual([]);
  await read.check();
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await ingrid.page.waitForURL(/\/report\//);
  await ingrid.page.getByRole("article").getByText("One more thing.").waitFor();
  await tomasz.page.getByText("The text no longer changes.").waitFor();
  expect(await editor.getAttribute("aria-readonly")).toBe("true");
  expect(await faultsOf(tomasz.page)).toEqual([]);
}, 300_000);
