import type { Page } from "playwright-core";
import { ask } from "./case-of.ts";
import type { Visitor } from "./visitor.ts";

export interface FileToSend {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A file whose kind only its content says. */
export const fileOf = (name: string, content: Uint8Array): FileToSend => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});

/** Before the page on which records are handed over. */
export async function openAdding({ page, origin }: Visitor, caseId: string): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}/records/add`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Presses a button that opens the device's own chooser, and chooses there. A path is that of a folder or a file. */
export async function choose(
  page: Page,
  button: string,
  files: string | readonly FileToSend[],
): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button, exact: true }).first().click();
  await (await choosing).setFiles(typeof files === "string" ? files : [...files]);
}

export async function handOver(
  visitor: Visitor,
  caseId: string,
  files: readonly FileToSend[],
): Promise<void> {
  await openAdding(visitor, caseId);
  await choose(visitor.page, "Choose files", files);
}

interface RecordItem {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
}

export const recordsOf = async <Item extends RecordItem>(
  visitor: Visitor,
  caseId: string,
): Promise<readonly Item[]> =>
  (await ask<{ items: readonly Item[] }>(visitor, `/cases/${caseId}/records?limit=200`)).items;

/** The id of the record of this kind whose title has these words. */
export async function recordWith(
  visitor: Visitor,
  caseId: string,
  kind: string,
  words = "",
): Promise<string> {
  const records = await recordsOf(visitor, caseId);
  const found = records.find((record) => record.kind === kind && record.title.includes(words));
  if (!found) throw new Error(`There is no ${kind} “${words}”`);
  return found.id;
}
