import { expect, test } from "vitest";
import { oncology } from "./case-of.ts";
import { assessment, goToEnd, openOpinion, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { keptOnDevice } from "./kept-on-device.ts";
import { answered } from "./received.ts";
import { signIn } from "./visitor.ts";

// The second one asks for a case of the first.
const visit = journey({ expected: [answered(404)] });

test("[SY-25] two people use one browser, one after the other: nothing of the first is left, in any tab", async () => {
  const first = await visit.enter("ingrid");
  const editor = await openOpinion(first, oncology, assessment);
  await goToEnd(editor);
  await first.page.keyboard.insertText(" Seen by the first only.");
  await waitUntilSaved(first.page);
  const address = first.page.url();
  const other = await first.context.newPage();
  await other.goto(address);
  await other.getByText("Seen by the first only.").waitFor();

  await first.page.getByRole("button", { name: /account of / }).click();
  await first.page.getByRole("menuitem", { name: "Sign out" }).click();
  await Promise.all(
    [first.page, other].map((page) => page.getByRole("button", { name: "Sign in" }).waitFor()),
  );
  for (const page of [first.page, other]) {
    expect(await page.getByText("Seen by the first only.").count()).toBe(0);
    expect(await page.evaluate(whatIsStored)).not.toContain("Seen by the first only");
  }
  expect(await keptOnDevice(first.page)).toEqual([]);

  await other.goto(`${first.origin}/sign-in`);
  await signIn(other, "ngozi");
  await other
    .getByText("CN-4839")
    .or(other.getByText(/Good (morning|afternoon|evening)/))
    .first()
    .waitFor();
  await other.goto(address);
  await other.getByRole("heading", { level: 1 }).waitFor();
  expect(await other.getByText("Seen by the first only.").count()).toBe(0);
  expect(await other.getByText("Marisol Quintana").count()).toBe(0);
});

/** In the page: its text, and what its two storages and its caches hold. */
async function whatIsStored(): Promise<string> {
  const storages = [localStorage, sessionStorage].map((storage) => Object.entries(storage));
  return JSON.stringify([storages, await caches.keys(), document.documentElement.outerHTML]);
}
