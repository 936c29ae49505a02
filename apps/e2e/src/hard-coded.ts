import type { Page } from "playwright-core";

/**
 * Every text and label on a page in the pseudo-language that is neither of the catalogue (accented) nor marked as data
 * (`<time>`, `translate="no"`). Empty is right.
 */
export function hardCodedOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- Only what is inside reaches the page.
    const isPlain = (text: string) => /[aeiou]/i.test(text) && !/[àéíöüÅÉÎØÛ]/.test(text);
    const found: string[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest("[translate=no], time, script, style")) continue;
      for (const name of ["aria-label", "placeholder", "title", "alt"]) {
        const value = element.getAttribute(name) ?? "";
        if (isPlain(value)) found.push(`${name}=${value}`);
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && isPlain(node.textContent ?? "")) {
          found.push(node.textContent ?? "");
        }
      }
    }
    return found;
  });
}
