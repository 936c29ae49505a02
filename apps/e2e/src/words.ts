import type { Locator, Page } from "playwright-core";
import { vi } from "vitest";

/** Chooses the first occurrence of the words in an element, as a drag over them does. */
export function chooseWords(text: Locator, words: string): Promise<void> {
  return text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node instanceof Text) nodes.push(node);
    const start = nodes
      .map(({ data }) => data)
      .join("")
      .indexOf(wanted);
    if (start < 0) throw new Error(`The text has no “${wanted}”`);
    const at = (offset: number, isEnd: boolean): [Text, number] => {
      let left = offset;
      for (const node of nodes) {
        if (left < node.length || (isEnd && left === node.length)) return [node, left];
        left -= node.length;
      }
      throw new Error("Past the end");
    };
    element.closest<HTMLElement>("[contenteditable=true]")?.focus();
    getSelection()?.setBaseAndExtent(...at(start, false), ...at(start + wanted.length, true));
  }, words);
}

/** Presses one of a few choices. Its radio button lies under the word itself. */
export const choose = (scope: Locator, name: string): Promise<void> =>
  scope.getByRole("radiogroup").getByText(name, { exact: true }).click();

export interface Remark {
  readonly kind: "Comment" | "Question" | "Suggestion";
  readonly words: string;
  /** Of a suggestion. */
  readonly replacement?: string;
  readonly audience?: "Only me" | "Clinicians" | "Everyone";
}

const sendNames = { Comment: "Comment", Question: "Ask", Suggestion: "Suggest" } as const;
const fieldNames = { Comment: "Your comment", Question: "Your question", Suggestion: "Because" } as const;

/** Writes and sends a remark in the form that opened on the chosen words. */
export async function writeRemark(page: Page, quote: string, remark: Remark): Promise<void> {
  const form = page.getByRole("form", { name: `About “${quote}”` });
  await choose(form, remark.kind);
  if (remark.replacement !== undefined) await form.getByLabel("Replace with").fill(remark.replacement);
  await form.getByLabel(fieldNames[remark.kind]).fill(remark.words);
  if (remark.audience) await choose(form, remark.audience);
  await form.getByRole("button", { name: sendNames[remark.kind], exact: true }).click();
  await form.waitFor({ state: "hidden" });
}

/**
 * On words of the opinion: chooses them, presses the button that rises beside them, writes and sends. A page that has just come
 * may scroll to its section meanwhile: then they are brought into sight again.
 */
export async function remarkOn(page: Page, text: Locator, quote: string, remark: Remark): Promise<void> {
  const button = page.getByRole("button", { name: "Comment", exact: true }).last();
  const begin = async () => {
    await text.scrollIntoViewIfNeeded();
    await chooseWords(text, quote);
    await button.click({ timeout: 3000 });
  };
  await vi.waitFor(begin, { timeout: 50_000, interval: 500 });
  await writeRemark(page, quote, remark);
}

/** The thread that holds these words, open or not. */
export const threadWith = (page: Page, words: string): Locator =>
  page.getByRole("article", { name: /^Thread by / }).filter({ hasText: words });

/** Opens it, where it is not open already. */
export async function openThread(page: Page, words: string): Promise<Locator> {
  const thread = threadWith(page, words);
  await thread.getByText(words).first().click();
  await thread.getByRole("button", { name: "Close", exact: true }).waitFor();
  return thread;
}
