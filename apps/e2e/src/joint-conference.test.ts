import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { slices } from "./ct-slices.ts";
import { handOver } from "./hand-over.ts";
import { conferencesOf, goIn, openDoor, untilSeen } from "./in-call.ts";
import { journey } from "./journey.ts";
import { hasMediaServer } from "./media-call.ts";
import { mediaSettings, untilVideo } from "./media-settings.ts";
import { desk, telephone } from "./viewports.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey({ settings: () => Promise.resolve(mediaSettings), devices: "fake" });

test.skipIf(!hasMediaServer)(
  "a specialist, the referring clinician, the patient on her telephone and an interpreter meet, look at a scan together, decide, and find it all afterwards",
  async () => {
    const [ingrid, adaeze, marisol] = await Promise.all([
      visit.enter("ingrid", desk),
      visit.enter("adaeze", desk),
      visit.enter("marisol", telephone),
    ]);
    const caseId = await caseOf(ingrid, oncology);
    await untilVideo(visit.server.origin);
    await handOver(adaeze, caseId, slices(1, 2, 3, 4, 5, 6));
    await adaeze.page.getByText("6 files became 1 study.").waitFor();

    const conference = await startNow(adaeze, caseId);
    const link = await inviteInterpreter(adaeze, caseId, conference);
    const rafael = await visit.stranger(desk);
    await rafael.goto(link);
    await rafael.getByText(/asks you to come, Rafael Bento/).waitFor();
    expect(rafael.url()).not.toContain(link.slice(link.indexOf("#") + 1));
    expect(await faultsOf(rafael)).toEqual([]);
    await goIn(rafael, "Ask to go in");
    await rafael.getByText("No clinician is in yet. You stay", { exact: false }).waitFor();

    // The guest first, the clinician second: still waiting.
    await openDoor(adaeze, caseId, conference);
    expect(await faultsOf(adaeze.page)).toEqual([]);
    await goIn(adaeze.page, "Go in");
    const waits = adaeze.page.getByText("Rafael Bento waits to be let in.");
    await waits.waitFor();
    await rafael.getByText("A clinician lets you in; you need not do anything.").waitFor();
    await comeFromHome(marisol, caseId);
    await goIn(marisol.page, "Ask to go in");
    for (const name of ["Rafael Bento", "Marisol Quintana"])
      await adaeze.page.getByRole("button", { name: `Admit ${name}` }).click();
    await openDoor(ingrid, caseId, conference);
    await goIn(ingrid.page, "Go in");

    await untilSeen(adaeze.page, /^Picture of Marisol Quintana/);
    await untilSeen(ingrid.page, /^Picture of Rafael Bento/);
    await untilSeen(rafael, /^Picture of Dr Ingrid/);
    await untilSeen(marisol.page, /^Picture of/);
    // Behind the picture: where none comes for a while, one sees who speaks.
    await marisol.page.locator(".phone-picture .avatar").waitFor();
    for (const page of [adaeze.page, marisol.page, rafael]) expect(await faultsOf(page)).toEqual([]);

    await lookTogether(ingrid, [adaeze.page, marisol.page, rafael]);
    await wholeInSight(marisol.page);
    await decide(adaeze, ingrid);

    await adaeze.page.getByRole("button", { name: "More", exact: true }).click();
    await adaeze.page.getByRole("menuitem", { name: "End for all…" }).click();
    await adaeze.page.getByRole("button", { name: "End for all", exact: true }).click();
    await marisol.page.getByText("The conference has ended").waitFor();
    await rafael.getByText("The conference is over").waitFor();
    await findAfterwards(ingrid, adaeze, caseId, conference);
  },
  400_000,
);

/** Called on its screen. Gives its id. */
async function startNow(adaeze: Visitor, caseId: string): Promise<string> {
  const { page, origin } = adaeze;
  const before = new Set((await conferencesOf(adaeze, caseId)).map(({ id }) => id));
  await page.goto(`${origin}/cases/${caseId}/conferences`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Start now" }).click();
  for (const name of [/^Marisol Quintana/, /Ingrid Hallström/])
    await page.getByRole("checkbox", { name }).check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Start it and go in" }).click();
  await page.getByRole("heading", { name: "Before you go in" }).waitFor();
  const made = (await conferencesOf(adaeze, caseId)).find(({ id }) => !before.has(id));
  if (!made) throw new Error("No conference was called");
  return made.id;
}

/** Gives the link, which is said once. */
async function inviteInterpreter(
  { page, origin }: Visitor,
  caseId: string,
  conference: string,
): Promise<string> {
  await page.goto(`${origin}/cases/${caseId}/conferences/${conference}`);
  await page.getByRole("button", { name: "Invite a guest…" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite a guest" });
  await dialog.getByLabel("Name").fill("Rafael Bento");
  await dialog.getByLabel("Into which language").fill("Portuguese");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const made = page.getByRole("dialog", { name: "The link for Rafael Bento" });
  const link = await made.getByRole("textbox").inputValue();
  await made.getByRole("button", { name: "Close" }).last().click();
  return link;
}

/** By the banner of her own case. */
async function comeFromHome({ page, origin }: Visitor, caseId: string): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}`);
  await page.getByText("A conference is live.").waitFor();
  await page.getByRole("link", { name: "Go in" }).first().click();
  await page.getByRole("heading", { name: "Before you go in" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
}

/** The specialist shows the scan; all see her slice, and go with it. */
async function lookTogether(ingrid: Visitor, followers: readonly Page[]): Promise<void> {
  const { page } = ingrid;
  await page.getByRole("button", { name: "Present", exact: true }).click();
  await page.getByRole("button", { name: /^CT liver/ }).click();
  await page.getByText("Slice 3 of 6").first().waitFor();
  for (const follower of followers) await follower.getByText("Slice 3 of 6").first().waitFor();
  await page.locator("[data-surface=left]").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.getByText("Slice 5 of 6").first().waitFor();
  for (const follower of followers) await follower.getByText("Slice 5 of 6").first().waitFor();
  // A tablet that is turned is laid out anew, and shows what it showed.
  await page.setViewportSize({ width: 800, height: 1200 });
  await page.locator(".phone-main").getByText("Slice 5 of 6").first().waitFor();
  await page.setViewportSize(desk.viewport);
  await page.locator(".call-middle").getByText("Slice 5 of 6").first().waitFor();
}

/** On a telephone the picture ends above the buttons, also where a note takes some of its room. */
async function wholeInSight(page: Page): Promise<void> {
  const picture = page.locator(".conference-stage .study-panes");
  const below = () =>
    picture.evaluate(
      (panes) =>
        (document.querySelector(".phone-controls")?.getBoundingClientRect().top ?? 0) -
        panes.getBoundingClientRect().bottom,
    );
  await expect.poll(below).toBeGreaterThanOrEqual(0);
  expect((await picture.boundingBox())?.height).toBeGreaterThan(170);
}

/** Written by the one, in the opinion by the other. */
async function decide(adaeze: Visitor, ingrid: Visitor): Promise<void> {
  const field = adaeze.page.getByLabel("Write a decision");
  await field.fill("MRI first, on 1 December at Northgate.");
  await field.press("Enter");
  await ingrid.page.getByText("MRI first, on 1 December at Northgate.").waitFor();
  await ingrid.page.getByRole("button", { name: "Put the decisions in Recommendations" }).click();
  await ingrid.page.getByText("One decision is in Recommendations now.", { exact: false }).waitFor();
  expect(await faultsOf(ingrid.page)).toEqual([]);
}

async function findAfterwards(
  ingrid: Visitor,
  adaeze: Visitor,
  caseId: string,
  conference: string,
): Promise<void> {
  const { page, origin } = ingrid;
  await page.goto(`${origin}/cases/${caseId}/conferences`);
  await page.getByRole("link", { name: "Open", exact: true }).first().waitFor();
  await page.goto(`${origin}/cases/${caseId}/conferences/${conference}`);
  await page.getByText("MRI first, on 1 December at Northgate.").waitFor();
  for (const name of ["Rafael Bento", "Marisol Quintana", "Dr Adaeze Okonkwo"])
    await page.getByRole("region", { name: "Who was there" }).getByText(name).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // What the one put there is read by the other.
  await adaeze.page.goto(`${origin}/cases/${caseId}/opinion/recommendations`);
  await adaeze.page.getByText("MRI first, on 1 December at Northgate.").waitFor();
}
