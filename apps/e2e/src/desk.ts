import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { ask, caseOf, detailOf } from "./case-of.ts";
import type { Visitor } from "./visitor.ts";

/** A section's editor, by the name that a screen reader says. */
export const section = (page: Page, name: string): Locator =>
  page.getByRole("textbox", { name, exact: true });

/** The opinion of a case at one section, its text on screen. `name`: of the section, as a person reads it. */
export const openOpinion = async (visitor: Visitor, number: string, place: Place): Promise<Locator> =>
  openSection(visitor, await caseOf(visitor, number), place);

/** The same of the case with this id. `record`: of one that lies beside the text. */
export async function openSection(
  { page, origin }: Visitor,
  caseId: string,
  { address, name }: Place,
  record?: string,
): Promise<Locator> {
  const search = record === undefined ? "" : `?record=${record}`;
  await page.goto(`${origin}/cases/${caseId}/opinion/${address}${search}`);
  const editor = section(page, name);
  await editor.waitFor();
  return editor;
}

export interface Place {
  readonly address: string;
  readonly name: string;
}

export const assessment: Place = { address: "assessment", name: "Assessment" };
export const followUp: Place = { address: "followup", name: "Follow-up" };
export const limitations: Place = { address: "limitations", name: "Limitations" };
export const plainSummary: Place = { address: "plain", name: "Plain summary" };
export const findings: Place = { address: "findings", name: "Findings" };

/** What stands in an editor, without the names at other people's carets, which stand between two word joiners. */
export const textIn = async (editor: Locator): Promise<string> =>
  ((await editor.textContent()) ?? "").replaceAll(/\u2060[^\u2060]*\u2060/g, "");

/** Sets the caret at the end of the section's last paragraph. */
export async function goToEnd(editor: Locator): Promise<void> {
  await editor.click();
  await editor.press("ControlOrMeta+End");
}

/** Types without a connection, a change a letter, until the page says that all of them lie in this device's store. */
export async function typeAndKeep(page: Page, editor: Locator, words: string): Promise<void> {
  await editor.pressSequentially(words);
  await page.getByText(`No connection. ${words.length} changes kept on this device.`).waitFor();
}

/** Waits until the page says "Saved 14:32". */
export const waitUntilSaved = (page: Page): Promise<void> =>
  page
    .getByText(/^Saved \d{1,2}:\d{2}/)
    .first()
    .waitFor();

/** Waits until the words stand in the text. */
export const waitForWords = (editor: Locator, words: string): Promise<void> =>
  editor.filter({ hasText: words }).waitFor();

interface DifferenceNode {
  readonly text?: string;
  readonly children?: readonly DifferenceNode[];
}

/** The text of a section as the log has it now: replayed on the server from the committed rows. */
export async function textInLog(visitor: Visitor, number: string, { address }: Place): Promise<string> {
  const caseId = await caseOf(visitor, number);
  const [opinion] = (await detailOf(visitor, caseId)).opinions;
  const history = `/cases/${caseId}/opinions/${opinion?.id}/history`;
  const { last } = await ask<{ last: number }>(visitor, `${history}/scrubber`);
  const { sections } = await ask<{ sections: { section: string; nodes: DifferenceNode[] }[] }>(
    visitor,
    `${history}/difference?from=${last}&to=${last}&section=${address}`,
  );
  return sections.flatMap(({ nodes }) => nodes.map(wordsOf)).join("");
}

const wordsOf = ({ text, children }: DifferenceNode): string =>
  text ?? (children ?? []).map(wordsOf).join("");

/** All show the same text, and the server's log holds it. */
export async function expectEqualTexts(
  editors: readonly Locator[],
  log: () => Promise<string>,
): Promise<void> {
  await expect
    .poll(
      async () => {
        const texts = await Promise.all([...editors.map(textIn), log()]);
        return texts.every((text) => text === texts[0]) ? "equal" : texts;
      },
      { timeout: 20_000 },
    )
    .toBe("equal");
}
