import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { journey } from "./journey.ts";
import type { Account } from "./visitor.ts";

const visit = journey();

const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [390, 1440].map((width) => ({ colorScheme, width })),
);

/** Each person's screens: the part of the address behind the case. */
const screens: readonly (readonly [Account, readonly string[]])[] = [
  [
    "ingrid",
    ["/opinion/assessment", "/referral/summary", "/story/goals", "/workpad/notes", "/records", "/history"],
  ],
  ["adaeze", ["/opinion/followup", "/referral/ask"]],
  ["joana", ["/triage", "/records"]],
  ["marisol", ["", "/story/goals", "/opinion/plain", "/records", "/threads"]],
];

/** Screens outside of a case. */
const places: Partial<Record<Account, readonly string[]>> = { joana: ["/board"], ingrid: ["/practice"] };

test.each(screens)(
  "the screens of %s have no fault that axe finds, in light and dark, at 390 and 1440 px",
  async (account, rooms) => {
    const visitor = await visit.enter(account);
    const { page, origin } = visitor;
    const caseId = await caseOf(visitor, oncology);
    const faults: string[] = [];
    const inCase = rooms.map((room) => `/cases/${caseId}${room}`);
    for (const address of ["/cases", ...(places[account] ?? []), ...inCase]) {
      await page.goto(origin + address);
      for (const look of looks)
        faults.push(...(await faultsIn(page, look)).map((fault) => `${address} ${fault}`));
    }
    expect(faults).toEqual([]);
  },
);

const isNameCut = (page: Page): Promise<boolean> =>
  page
    .locator(".case-patient-words p:first-child")
    .evaluateAll((lines) =>
      lines.some((line) => (line.querySelector("b")?.offsetWidth ?? 0) > line.clientWidth),
    );

/** The page as it stands, as somebody turns their device or their light. */
async function faultsIn(
  page: Page,
  { colorScheme, width }: (typeof looks)[number],
): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
  await page.getByRole("heading").first().waitFor();
  // Where something is still on its way, its shape says so; a status has no name to be found by.
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  const faults = await faultsOf(page);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const all = [
    ...faults,
    ...((await isNameCut(page)) ? ["the patient's name is cut"] : []),
    ...(tooWide > 0 ? [`${tooWide} px wider than the window`] : []),
    ...(await faultsOfTabs(page)),
  ];
  return all.map((fault) => `${colorScheme} ${width}: ${fault}`);
}

/** A clinician's telephone says by one of its tabs in which text one is, in whichever section. The workpad has none. */
async function faultsOfTabs(page: Page): Promise<readonly string[]> {
  const tabs = page.locator(".bottom-tabs").and(page.getByRole("navigation", { name: "Texts of the case" }));
  if (!(await tabs.isVisible()) || page.url().includes("/workpad/")) return [];
  const marked = await tabs.locator("[aria-current=page]").count();
  return marked === 1 ? [] : [`${marked} tabs are marked`];
}
