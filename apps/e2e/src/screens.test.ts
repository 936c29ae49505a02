import { describe, expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { journey } from "./journey.ts";
import type { Account } from "./visitor.ts";

const visit = journey();
const looks = (["light", "dark"] as const).flatMap((scheme) =>
  [390, 1440].map((width) => ({ scheme, width })),
);

/** Each person's screens: the part of the address behind the case, and something that shows when it is all there. */
const screens: readonly (readonly [Account, readonly string[]])[] = [
  [
    "ingrid",
    ["/opinion/assessment", "/referral/summary", "/story/goals", "/workpad/notes", "/records", "/history"],
  ],
  ["adaeze", ["/opinion/followup", "/referral/ask"]],
  ["marisol", ["", "/story/goals", "/opinion/plain", "/records", "/threads"]],
];

describe.each(looks)("in $scheme at $width px", ({ scheme, width }) => {
  test.each(screens)("the screens of %s have no fault that axe finds", async (account, rooms) => {
    const visitor = await visit.enter(account, { viewport: { width, height: 900 }, colorScheme: scheme });
    const { page, origin } = visitor;
    const faults: string[] = [];
    const look = async (name: string) => {
      await page.getByRole("heading").first().waitFor();
      await page.getByRole("status", { name: "Loading" }).waitFor({ state: "detached" });
      faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (tooWide > 0) faults.push(`${name}: ${tooWide} px wider than the window`);
    };
    await page.goto(`${origin}/cases`);
    await look("/cases");
    const caseId = await caseOf(visitor, oncology);
    for (const room of rooms) {
      await page.goto(`${origin}/cases/${caseId}${room}`);
      await look(room);
    }
    expect(faults).toEqual([]);
  });
});
