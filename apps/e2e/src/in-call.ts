import type { Page } from "playwright-core";
import { expect } from "vitest";
import { ask, tell } from "./case-of.ts";
import type { Visitor } from "./visitor.ts";

/** The door of a conference. */
export async function openDoor({ page, origin }: Visitor, caseId: string, conference: string): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}/conference/${conference}`);
  await page.getByRole("heading", { name: "Before you go in" }).waitFor();
}

/** At the door until their camera and microphone are there, then in or waiting. */
export async function goIn(page: Page, button: "Go in" | "Ask to go in"): Promise<void> {
  await page.getByText("We can see you").waitFor();
  await page.getByRole("button", { name: button, exact: true }).click();
}

/** The patient asks to go in, and a clinician who is in lets her. */
export async function letIn(
  clinician: Visitor,
  patient: Visitor,
  caseId: string,
  conference: string,
): Promise<void> {
  await openDoor(patient, caseId, conference);
  await goIn(patient.page, "Ask to go in");
  await clinician.page.getByRole("button", { name: "Admit Marisol Quintana" }).click();
}

/** The pictures of others move on this page: frames are decoded, more and more. */
export async function untilSeen(page: Page, name: RegExp): Promise<void> {
  const picture = page.getByLabel(name).and(page.locator("video")).first();
  await picture.waitFor();
  const frames = () =>
    picture.evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
  await expect.poll(frames, { timeout: 30_000 }).toBeGreaterThan(0);
  const first = await frames();
  await expect.poll(frames, { timeout: 30_000 }).toBeGreaterThan(first + 5);
}

interface Conferences {
  readonly items: readonly { readonly id: string; readonly state: string }[];
}

export const conferencesOf = async (visitor: Visitor, caseId: string): Promise<Conferences["items"]> =>
  (await ask<Conferences>(visitor, `/cases/${caseId}/conferences`)).items;

/** Called without a screen, for now: calling has a screen in the journey `joint-conference`. */
export async function callNow(visitor: Visitor, caseId: string): Promise<string> {
  const answer = await tell(visitor, `/cases/${caseId}/conferences`, {
    startsAt: null,
    minutes: 30,
    invited: [],
  });
  expect(answer.status()).toBe(201);
  const { conference }: { conference: string } = await answer.json();
  return conference;
}
