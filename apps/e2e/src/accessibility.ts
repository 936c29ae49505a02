import axe from "axe-core";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds on the page as it is, one line an element: `color-contrast: .button`. Empty is right. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(findFaults, rules);
}

/** Runs in the page. */
async function findFaults(values: string[]): Promise<string[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- axe's source was run in the page.
  const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
  /** A row that slides below the bar at the bottom is judged by its size where it can be pressed. */
  const isSmallInView = async (target: Node): Promise<boolean> => {
    const [at, element] = [window.scrollY, target instanceof Element ? target : undefined];
    element?.scrollIntoView({ block: "center", behavior: "instant" });
    const { violations } = await inPage.run(target, { runOnly: ["target-size"] });
    window.scrollTo({ top: at, behavior: "instant" });
    return violations.some((fault) => fault.nodes.some(({ element: found }) => found === target));
  };
  const { violations } = await inPage.run(document, {
    runOnly: { type: "tag", values },
    elementRef: true,
  });
  const lines: string[] = [];
  for (const { id, nodes } of violations)
    for (const { element, target } of nodes)
      if (id !== "target-size" || !element || (await isSmallInView(element)))
        lines.push(`${id}: ${target.join(" ")}`);
  return lines;
}
