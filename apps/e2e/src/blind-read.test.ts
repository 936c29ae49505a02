import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, spine } from "./case-of.ts";
import { goToEnd, openOpinion, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";

const visit = journey();

/** Of the title, the decision, the lead opinion and the first plan of the demo's case. */
const hidden = ["fusion or not", "Whether to have the fusion", "Bottom line so far"];
const own = "The left L5 root is pressed in its recess.";

test("who reads blind writes their own read first; what is hidden comes to their device only once it is finished and revealed", async () => {
  const [tomasz, miriam] = await Promise.all([
    visit.enter("tomasz", { viewport: { width: 1440, height: 900 } }),
    visit.enter("miriam", { viewport: { width: 1440, height: 900 } }),
  ]);
  const caseId = await caseOf(tomasz, spine);
  const editor = await openOpinion(tomasz, spine, { address: "question", name: "Bottom line" });
  await tomasz.page.getByText(/^\d+ things are hidden on purpose\.$/).waitFor();
  expect(await tomasz.page.getByRole("button", { name: "Review and sign" }).count()).toBe(0);
  await goToEnd(editor);
  await editor.pressSequentially(own);
  await waitUntilSaved(tomasz.page);
  expect(await faultsOf(tomasz.page)).toEqual([]);
  for (const room of ["/records", "/records/timeline", "/referral/summary", "/story/goals"]) {
    await tomasz.page.goto(`${tomasz.origin}/cases/${caseId}${room}`);
    await tomasz.page.getByRole("heading", { level: 1 }).waitFor();
  }
  expect(await tomasz.received.find(hidden)).toEqual([]);

  await tomasz.page.goto(`${tomasz.origin}/cases/${caseId}/opinion/question`);
  await tomasz.page.getByRole("button", { name: "Finish and reveal…" }).click();
  await tomasz.page.getByText("It cannot be unseen.").waitFor();
  expect(await faultsOf(tomasz.page)).toEqual([]);
  await tomasz.page.getByRole("button", { name: "Finish and reveal", exact: true }).click();
  await tomasz.page.getByRole("heading", { level: 1, name: "Both readings side by side" }).waitFor();
  await tomasz.page.getByText(own).waitFor();
  await tomasz.page.getByText(/Bottom line so far/).waitFor();
  expect((await tomasz.received.find(hidden)).length).toBeGreaterThan(0);
  expect(await faultsOf(tomasz.page)).toEqual([]);

  await miriam.page.goto(`${miriam.origin}/cases/${caseId}/opinion/question`);
  await miriam.page.getByRole("link", { name: "See both side by side" }).click();
  await miriam.page.getByText(own).waitFor();
  expect(await faultsOf(miriam.page)).toEqual([]);
}, 180_000);
