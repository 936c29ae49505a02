import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { callNow, goIn, letIn, openDoor, untilSeen } from "./in-call.ts";
import { journey } from "./journey.ts";
import { hasMediaServer } from "./media-call.ts";
import { mediaSettings, untilVideo } from "./media-settings.ts";
import { desk, telephone } from "./viewports.ts";
import type { Visitor } from "./visitor.ts";

const settings = { ...mediaSettings, CONSILIUM_RECORDING_DAYS: "30" };
const visit = journey({ settings: () => Promise.resolve(settings), devices: "fake" });

test.skipIf(!hasMediaServer)(
  "a conference is recorded with everybody's yes and no longer than that, is played afterwards, and the patient erases it",
  async () => {
    const [adaeze, ingrid, marisol] = await Promise.all([
      visit.enter("adaeze", desk),
      visit.enter("ingrid", desk),
      visit.enter("marisol", telephone),
    ]);
    await untilVideo(visit.server.origin);
    const caseId = await caseOf(adaeze, oncology);
    const conference = await callNow(adaeze, caseId);
    await meet(adaeze, [ingrid, marisol], caseId, conference);
    const all = [adaeze.page, ingrid.page, marisol.page];

    await recordWithAll(adaeze, ingrid, marisol);
    await seenByAll(all, /^Recorded since/);
    await withdraw(marisol.page, all);

    await endForAll(adaeze.page);
    for (const page of all) await page.getByText("The conference has ended").waitFor();
    const address = `${visit.server.origin}/cases/${caseId}/conferences/${conference}`;
    for (const { page } of [ingrid, marisol]) {
      await page.goto(address);
      await playAll(page);
      expect(await faultsOf(page)).toEqual([]);
    }
    await erase(marisol.page);
    await ingrid.page.getByRole("heading", { name: "Recording", exact: true }).waitFor({ state: "hidden" });
    await adaeze.page.goto(address);
    await adaeze.page.getByRole("heading", { name: "Who was there" }).waitFor();
    expect(await adaeze.page.locator("video").count()).toBe(0);
  },
  400_000,
);

/** The clinicians go in, the patient is let in. */
async function meet(
  adaeze: Visitor,
  [ingrid, marisol]: readonly [Visitor, Visitor],
  caseId: string,
  conference: string,
): Promise<void> {
  for (const clinician of [adaeze, ingrid]) {
    await openDoor(clinician, caseId, conference);
    await goIn(clinician.page, "Go in");
  }
  await letIn(adaeze, marisol, caseId, conference);
  await untilSeen(adaeze.page, /^Picture of Marisol Quintana/);
  await untilSeen(marisol.page, /^Picture of/);
}

/** One asks, and everybody is asked; it begins after the last yes and not before. */
async function recordWithAll(adaeze: Visitor, ingrid: Visitor, marisol: Visitor): Promise<void> {
  const begin = adaeze.page.getByRole("button", { name: "Start recording" });
  await adaeze.page.getByRole("button", { name: "More", exact: true }).click();
  await adaeze.page.getByRole("menuitem", { name: "Ask to record…" }).click();
  for (const { page } of [ingrid, marisol]) {
    await page.getByText("Dr Adaeze Okonkwo asks whether this may be recorded.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
  }
  await ingrid.page.getByRole("button", { name: "Yes, record" }).click();
  await adaeze.page.getByText("Waiting until Marisol Quintana answers", { exact: false }).waitFor();
  expect(await begin.count()).toBe(0);
  expect(await faultsOf(adaeze.page)).toEqual([]);
  await marisol.page.getByRole("button", { name: "Yes, record" }).click();
  await marisol.page.getByText("Everybody has agreed to be recorded.").waitFor();
  await begin.click();
}

async function seenByAll(pages: readonly Page[], sign: RegExp): Promise<void> {
  for (const page of pages) {
    await page.getByText(sign).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  }
}

/** After a while one of them does not want it any more. */
async function withdraw(page: Page, all: readonly Page[]): Promise<void> {
  await page.waitForTimeout(6000);
  await page.getByRole("button", { name: "Stop recording" }).click();
  for (const one of all) {
    await one.getByText("It is not recorded any more.").waitFor();
    await one.getByText("Not recorded", { exact: true }).waitFor();
    expect(await faultsOf(one)).toEqual([]);
  }
}

async function endForAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "End for all…" }).click();
  await page.getByRole("button", { name: "End for all", exact: true }).click();
}

/** Each person's voice and face. */
async function playAll(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Recording", exact: true }).waitFor();
  for (const name of ["Dr Adaeze Okonkwo", "Dr Ingrid Hallström", "Marisol Quintana"]) {
    const part = page.getByLabel(new RegExp(`^${name}, `)).and(page.locator("video"));
    const at = () => part.evaluate((video: HTMLVideoElement) => video.currentTime);
    await part.evaluate((video: HTMLVideoElement) => {
      video.muted = true;
      return video.play();
    });
    await expect.poll(at, { timeout: 20_000 }).toBeGreaterThan(1);
    const shape = await part.evaluate((video: HTMLVideoElement) => [video.videoWidth, video.videoHeight]);
    expect(Math.min(...shape)).toBeGreaterThan(100);
  }
}

async function erase(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Erase the recording…" }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Erase it", exact: true }).click();
  await page.getByRole("heading", { name: "Recording", exact: true }).waitFor({ state: "hidden" });
  expect(await page.locator("video").count()).toBe(0);
}
