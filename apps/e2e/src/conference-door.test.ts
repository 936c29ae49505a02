import type { BrowserContext } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { callNow, goIn, openDoor, untilSeen } from "./in-call.ts";
import { journey } from "./journey.ts";
import { hasMediaServer } from "./media-call.ts";
import { mediaSettings, untilVideo } from "./media-settings.ts";
import { desk, telephone } from "./viewports.ts";

const visit = journey({ settings: () => Promise.resolve(mediaSettings), devices: "fake" });

/** A browser whose camera answers with this error of getUserMedia; its microphone works. */
const withoutCamera = (context: BrowserContext, error: string): Promise<unknown> =>
  context.addInitScript((name: string) => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (wish) =>
      wish?.video ? Promise.reject(new DOMException("", name)) : ask(wish);
  }, error);

test.skipIf(!hasMediaServer).each([
  ["NotFoundError", /^There is none at this device\./],
  ["NotReadableError", /^Another app uses it\./],
  ["NotAllowedError", /^Your browser does not let us\./],
] as const)("whose camera answers %s is told why, is heard, and goes in", async (error, why) => {
  const adaeze = await visit.enter("adaeze", desk);
  const marisol = await visit.enter("marisol", telephone);
  const caseId = await caseOf(adaeze, oncology);
  const conference = await callNow(adaeze, caseId);
  await withoutCamera(marisol.context, error);
  await openDoor(marisol, caseId, conference);
  await marisol.page.getByText("We cannot see you").waitFor();
  await marisol.page.getByText(why).waitFor();
  await marisol.page.getByText("We can hear you").waitFor();
  expect(await faultsOf(marisol.page)).toEqual([]);
  await marisol.page.getByRole("button", { name: "Ask to go in" }).click();
  await marisol.page.getByRole("heading", { name: "You are waiting to be let in" }).waitFor();
  expect(await faultsOf(marisol.page)).toEqual([]);
});

test.skipIf(!hasMediaServer)("who is not let in is told so, and may ask again", async () => {
  const adaeze = await visit.enter("adaeze", desk);
  const marisol = await visit.enter("marisol", telephone);
  const caseId = await caseOf(adaeze, oncology);
  const conference = await callNow(adaeze, caseId);
  await openDoor(adaeze, caseId, conference);
  await goIn(adaeze.page, "Go in");
  await openDoor(marisol, caseId, conference);
  await goIn(marisol.page, "Ask to go in");
  await adaeze.page.getByRole("button", { name: "Do not let Marisol Quintana in" }).click();
  await marisol.page.getByRole("heading", { name: "You were not let in" }).waitFor();
  expect(await faultsOf(marisol.page)).toEqual([]);
  await marisol.page.getByRole("button", { name: "Ask again" }).click();
  await goIn(marisol.page, "Ask to go in");
  await adaeze.page.getByRole("button", { name: "Admit Marisol Quintana" }).click();
  await marisol.page.getByRole("button", { name: "I have a question" }).click();
  await adaeze.page.getByText("Hand up").waitFor();
});

test.skipIf(!hasMediaServer)(
  "of two windows of one person the first gives way, sends nothing more, and can take it back",
  async () => {
    await untilVideo(visit.server.origin);
    const adaeze = await visit.enter("adaeze", desk);
    const ingrid = await visit.enter("ingrid", desk);
    const caseId = await caseOf(adaeze, oncology);
    const conference = await callNow(adaeze, caseId);
    for (const visitor of [adaeze, ingrid]) {
      await openDoor(visitor, caseId, conference);
      await goIn(visitor.page, "Go in");
    }
    await untilSeen(ingrid.page, /^Picture of Dr Adaeze/);
    const second = { ...adaeze, page: await adaeze.context.newPage() };
    await openDoor(second, caseId, conference);
    await adaeze.page.getByRole("heading", { name: "You go on in another place" }).waitFor();
    expect(await faultsOf(adaeze.page)).toEqual([]);
    // Nobody is seen by opening a page.
    await second.page.getByText("You are in already.", { exact: false }).waitFor();
    await second.page.getByRole("button", { name: "Go on here" }).click();
    await untilSeen(ingrid.page, /^Picture of Dr Adaeze/);
    await adaeze.page.getByRole("button", { name: "Use it here" }).click();
    await second.page.getByRole("heading", { name: "You go on in another place" }).waitFor();
    await adaeze.page.getByRole("button", { name: "Go on here" }).click();
    await untilSeen(adaeze.page, /^Picture of Dr Ingrid/);
  },
);
