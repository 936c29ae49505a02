import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, detailOf, spine, tell } from "./case-of.ts";
import { journey } from "./journey.ts";
import { desk } from "./viewports.ts";
import { openList, type Visitor } from "./visitor.ts";

const visit = journey();

const name = "Ngozi Obi-Lindqvist";
const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Whom the case is offered to is not in it: the demo's blind reader leaves first. */
async function submitted(joana: Visitor, ngozi: Visitor): Promise<string> {
  const caseId = await caseOf(joana, spine);
  expect((await tell(ngozi, `/cases/${caseId}/submission`)).status()).toBe(200);
  const { people } = await detailOf(joana, caseId);
  const blind = people.find((person) => person.name.includes("Wierzbicki"));
  expect((await tell(joana, `/cases/${caseId}/seats/${blind?.seat}/end`)).status()).toBe(200);
  return caseId;
}

async function offerTo({ page }: Visitor, whom: string): Promise<void> {
  await page.getByRole("button", { name: `Offer it to ${whom}…` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "A note to them" }).fill("The images are complete.");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Offer it" }).click();
  await dialog.waitFor({ state: "hidden" });
}

test("a case is triaged and offered; one specialist declines with a reason, another accepts and is in the opinion", async () => {
  const [joana, ngozi, ingrid, tomasz] = await Promise.all([
    visit.enter("joana", desk),
    visit.enter("ngozi", telephone),
    visit.enter("ingrid", desk),
    visit.enter("tomasz", telephone),
  ]);
  const caseId = await submitted(joana, ngozi);

  await joana.page.goto(`${joana.origin}/board`);
  const column = (title: string) => joana.page.getByRole("region", { name: title });
  await column("Submitted").getByText(name).waitFor();
  expect(await faultsOf(joana.page)).toEqual([]);
  await column("Submitted").getByRole("link", { name }).click();
  await joana.page.getByRole("heading", { name: /^Who takes this case/ }).waitFor();

  await joana.page.getByRole("button", { name: "Other words for a blind reader" }).first().click();
  const words = joana.page.getByRole("textbox", { name: "What a blind reader reads" });
  await words.fill("Do the images explain the pain?");
  await joana.page.getByRole("button", { name: "Keep it" }).click();
  await joana.page.getByText("A blind reader reads: Do the images explain the pain?").waitFor();
  expect(await faultsOf(joana.page)).toEqual([]);

  await offerTo(joana, "Dr Ingrid Hallström");
  await openList(ingrid);
  const asked = ingrid.page.getByRole("region", { name: "One case is offered to you" });
  await asked.getByText("Do the images explain the pain?").waitFor();
  expect(await asked.getByText(/Ngozi|Lindqvist/).count()).toBe(0);
  expect(await faultsOf(ingrid.page)).toEqual([]);
  await asked.getByRole("button", { name: "Decline…" }).click();
  await ingrid.page.getByRole("textbox", { name: "Why" }).fill("Spines are not my field.");
  await ingrid.page.getByRole("button", { name: "Decline it" }).click();
  await asked.waitFor({ state: "hidden" });
  await joana.page.getByText("Because: Spines are not my field.").waitFor();

  await joana.page.getByRole("button", { name: "Gather the records" }).click();
  await joana.page.getByRole("button", { name: "Records are complete" }).click();
  await joana.page.getByText("Where it stands: Ready to be read.").waitFor();
  await offerTo(joana, "Dr Tomasz Wierzbicki");
  await openList(tomasz);
  await tomasz.page.getByRole("button", { name: "Accept…" }).tap();
  await tomasz.page.getByRole("textbox", { name: "Your interests in this case" }).fill("None.");
  expect(await faultsOf(tomasz.page)).toEqual([]);
  await tomasz.page.getByRole("button", { name: "Take the case" }).tap();
  await tomasz.page.getByRole("link", { name }).waitFor();
  await joana.page.getByText("Where it stands: The opinion is being written.").waitFor();
  await joana.page.getByText("On their interests: None.").waitFor();

  await tomasz.page.goto(`${tomasz.origin}/cases/${caseId}/opinion/assessment`);
  const section = tomasz.page.getByRole("textbox", { name: /Assessment/ }).first();
  await section.click();
  await tomasz.page.keyboard.type("I have begun.");
  await tomasz.page.getByText("I have begun.").waitFor();

  await joana.page.goto(`${joana.origin}/board`);
  await column("In review").getByText(name).waitFor();
}, 180_000);

test("a deadline is extended, a clock and the case are paused with a reason, and both go on", async () => {
  const joana = await visit.enter("joana", desk);
  const { page } = joana;
  const caseId = await caseOf(joana, "CN-4821");
  await page.goto(`${joana.origin}/cases/${caseId}/triage`);
  await page.getByRole("button", { name: "Steps for the clock: Opinion" }).click();
  await page.getByRole("menuitem", { name: "Extend…" }).click();
  await page.getByRole("textbox", { name: "Why" }).fill("The MRI comes on Friday.");
  await page.getByRole("button", { name: "Extend it" }).click();
  await page.getByText(/^Joana Sequeira moved it from .*: The MRI comes on Friday\.$/).waitFor();
  await page.getByRole("button", { name: "Steps for the clock: Opinion" }).click();
  await page.getByRole("menuitem", { name: "Pause…" }).click();
  await page.getByRole("textbox", { name: "Why" }).fill("The author is ill.");
  await page.getByRole("button", { name: "Pause it" }).click();
  await page.getByText("The author is ill.").first().waitFor();
  await page.getByRole("button", { name: "Steps for the clock: Opinion" }).click();
  await page.getByRole("menuitem", { name: "Go on" }).click();
  await page.getByText("The author is ill.").first().waitFor({ state: "hidden" });

  await page.getByRole("button", { name: "More steps of this case" }).click();
  await page.getByRole("menuitem", { name: "Pause…" }).click();
  await page.getByRole("textbox", { name: "Why" }).fill("A journey of the patient.");
  await page.getByRole("button", { name: "Pause it" }).click();
  await page.getByText("Where it stands: Paused.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByText("Where it stands: The opinion is being written.").waitFor();
});

test("what somebody works on is said by themselves; what is no language or country is told", async () => {
  const { page, origin } = await visit.enter("ingrid", telephone);
  await page.goto(`${origin}/practice`);
  await page.getByRole("textbox", { name: "Languages in which you write" }).fill("en, swedish");
  await page.getByText("There is no language with the code swedish.").waitFor();
  await page.getByRole("textbox", { name: "Languages in which you write" }).fill("en, sv");
  await page.getByRole("checkbox", { name: "Neurology" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await page.reload();
  expect(await page.getByRole("checkbox", { name: "Neurology" }).isChecked()).toBe(true);
});
