import { expect, test } from "vitest";
import { caseOf, oncology } from "./case-of.ts";
import { callNow, goIn, openDoor } from "./in-call.ts";
import { journey } from "./journey.ts";
import { desk } from "./viewports.ts";

const visit = journey({ devices: "fake" });

test("who reads the opinion in a conference is at the same place of it after turning a tablet, and back", async () => {
  const ingrid = await visit.enter("ingrid", desk);
  const { page } = ingrid;
  const caseId = await caseOf(ingrid, oncology);
  await openDoor(ingrid, caseId, await callNow(ingrid, caseId));
  await goIn(page, "Go in");
  await page.getByRole("radio", { name: "Records" }).check({ force: true });
  await page.getByRole("button", { name: "The opinion" }).click();
  const text = page.locator(".stage-opinion");
  await text.waitFor();
  const share = () => text.evaluate(({ scrollTop, scrollHeight }) => scrollTop / scrollHeight);
  await expect.poll(() => text.evaluate((read) => read.scrollHeight)).toBeGreaterThan(4000);
  await text.evaluate((read) => read.scrollTo({ top: read.scrollHeight * 0.4, behavior: "instant" }));
  await expect.poll(share).toBeCloseTo(0.4, 1);
  await page.setViewportSize({ width: 800, height: 1200 });
  await page.locator(".phone-main .stage-opinion").waitFor();
  await expect.poll(share).toBeCloseTo(0.4, 1);
  await page.setViewportSize(desk.viewport);
  await page.locator(".call-middle .stage-opinion").waitFor();
  await expect.poll(share).toBeCloseTo(0.4, 1);
});
