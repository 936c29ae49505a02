import type { Locator, Page } from "playwright-core";
import { goToEnd, type Place, section } from "./desk.ts";
import { chooseWords } from "./words.ts";

/** The place of a section on the desk, with what belongs to it. */
const block = (page: Page, { address }: Place): Locator => page.locator(`#section-${address}`);

/** Goes to a section by the list of sections. */
export async function goTo(page: Page, place: Place): Promise<Locator> {
  await page
    .getByRole("navigation", { name: "Sections" })
    .getByRole("link", { name: new RegExp(place.name) })
    .click();
  const editor = section(page, place.name);
  await editor.waitFor();
  return editor;
}

/** Adds to what stands in a text. */
export async function writeAtEnd(editor: Locator, words: string): Promise<void> {
  await goToEnd(editor);
  await editor.page().keyboard.insertText(words);
  await editor.filter({ hasText: words }).waitFor();
}

export const writeIn = async (page: Page, place: Place, words: string): Promise<void> =>
  writeAtEnd(await goTo(page, place), words);

/** Begins the section with its template and writes into the places to fill in, one after the other. */
export async function fillTemplate(page: Page, place: Place, answers: readonly string[]): Promise<void> {
  const editor = await goTo(page, place);
  const start = block(page, place).getByRole("button", { name: "Start from the template" });
  await start.click();
  await start.waitFor({ state: "hidden" });
  for (const answer of answers) {
    await chooseWords(editor, "[…]");
    await page.keyboard.insertText(answer);
    await editor.filter({ hasText: answer }).waitFor();
  }
}

/** Adds an item below a section, and says its first words and its facts. Names as a screen reader says them. */
export async function addItem(
  page: Page,
  place: Place,
  { button, name, main, words, facts = {}, choices = {} }: NewItem,
): Promise<void> {
  await goTo(page, place);
  const inside = block(page, place);
  await inside.getByRole("button", { name: button, exact: true }).click();
  const first = inside.getByRole("textbox", { name: `${name}, ${main}`, exact: true });
  await first.waitFor();
  if ((await first.getAttribute("contenteditable")) === "true") await writeAtEnd(first, words);
  else await leaveWith(first, words);
  for (const [field, value] of Object.entries(facts))
    await leaveWith(inside.getByLabel(`${name}, ${field}`, { exact: true }), value);
  for (const [field, label] of Object.entries(choices))
    await inside.getByLabel(`${name}, ${field}`, { exact: true }).selectOption({ label });
}

export interface NewItem {
  readonly button: string;
  readonly name: string;
  readonly main: string;
  readonly words: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly choices?: Readonly<Record<string, string>>;
}

/** Answers the question of the case with this number. */
export async function answerQuestion(page: Page, place: Place, number: number, words: string): Promise<void> {
  await goTo(page, place);
  const inside = block(page, place);
  await inside
    .getByRole("listitem")
    .nth(number - 1)
    .getByRole("button", { name: "Answer this question" })
    .click();
  await writeAtEnd(section(page, `Answer ${number}`), words);
}

/** A field is kept when it is left. */
async function leaveWith(field: Locator, words: string): Promise<void> {
  await field.fill(words);
  await field.blur();
}
