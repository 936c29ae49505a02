import { join } from "node:path";
import type { Page } from "playwright-core";
import { type DemoServer, findOpenCase, startDemoServer } from "../measuring/demo-server.ts";
import { startMortalBrowser } from "../measuring/mortal-browser.ts";
import { joinAsStockClient } from "../measuring/stock-client.ts";
import { writingIn } from "../web/opinion-page.ts";
import type { Proof } from "./prove.ts";

export const browserKilled = "a real browser killed with unsent frames";

const author = "specialist@demo.test";
const section = "limitations";
/** Milliseconds. */
const untilBack = 30_000;

/**
 * The app's page in a real browser: words that it called saved, then words without a network that it called kept on this
 * device, then kill -9 of the browser at once. Its next start, on the same profile, brings the unsent words back, once each.
 */
export async function proveBrowserKilled(
  folder: string,
  executable: string,
  times: number,
  tell: (wrong: string) => void,
): Promise<Proof> {
  const began = Date.now();
  const wrongs: string[] = [];
  const server = await startDemoServer(join(folder, "demo"));
  try {
    const cookie = await server.signIn(author);
    const caseId = await findOpenCase(server, cookie);
    const written: string[] = [];
    for (let time = 1; time <= times; time += 1)
      written.push(
        ...(await killOnce({ server, executable, profile: join(folder, "profile"), caseId, time, wrongs })),
      );
    const text = await textInLog(server, cookie, caseId);
    for (const words of written) {
      const count = text.split(words).length - 1;
      if (count !== 1) wrongs.push(`“${words}” is in the log ${count} times`);
    }
    for (const wrong of wrongs) tell(`${browserKilled}: ${wrong}`);
    const row = { times, wrong: wrongs.length, milliseconds: Date.now() - began };
    const acts = written.length;
    return { rows: new Map([[browserKilled, row]]), written: acts, acknowledged: acts, wrongs };
  } finally {
    await server.stop();
  }
}

interface Kill {
  readonly server: DemoServer;
  readonly executable: string;
  readonly profile: string;
  readonly caseId: string;
  readonly time: number;
  readonly wrongs: string[];
}

/** Returns the words that must be there. */
async function killOnce({
  server,
  executable,
  profile,
  caseId,
  time,
  wrongs,
}: Kill): Promise<readonly string[]> {
  const [saved, unsent] = [`Saved before kill ${time}.`, `Unsent at kill ${time}.`];
  const address = `${server.origin}/cases/${caseId}/opinion/${section}`;
  const first = await startMortalBrowser(executable, profile);
  await open(first.page, server, address);
  await type(first.page, saved);
  await untilSaved(first.page);
  await first.page.context().setOffline(true);
  await first.page
    .getByText(/^No connection\./)
    .first()
    .waitFor();
  await type(first.page, unsent);
  await first.page.getByText("1 change kept on this device", { exact: true }).first().waitFor();
  await first.kill();
  const second = await startMortalBrowser(executable, profile);
  await open(second.page, server, address);
  const isBack = await writingIn(second.page, section)
    .filter({ hasText: unsent })
    .waitFor({ timeout: untilBack })
    .then(
      () => true,
      () => false,
    );
  if (isBack) await untilSaved(second.page);
  else
    wrongs.push(
      `“${unsent}” was called kept and did not come back; the page says: ${await endOf(second.page)}`,
    );
  await second.kill();
  return [saved, unsent];
}

/** The last words of the section, as they are shown. */
async function endOf(page: Page): Promise<string> {
  const text = await writingIn(page, section).innerText();
  return text.slice(-100);
}

/** The browser may not have written its cookie down yet: then the person signs in again. */
async function open(page: Page, { password }: DemoServer, address: string): Promise<void> {
  await page.goto(address);
  const editor = writingIn(page, section);
  const email = page.getByLabel("Email");
  await editor.or(email).first().waitFor();
  if (await email.isVisible()) {
    await email.fill(author);
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await editor.waitFor();
  }
}

async function type(page: Page, words: string): Promise<void> {
  const editor = writingIn(page, section);
  await editor.click();
  await editor.press("ControlOrMeta+End");
  await page.keyboard.insertText(` ${words}`);
}

const untilSaved = (page: Page): Promise<void> =>
  page
    .getByText(/^Saved \d{1,2}:\d{2}/)
    .first()
    .waitFor();

async function textInLog(server: DemoServer, cookie: string, caseId: string): Promise<string> {
  const address = `ws://127.0.0.1:${server.port}/sync/${caseId}`;
  const { doc, leave } = await joinAsStockClient({ address, document: "opinion", cookie });
  const text = doc.getXmlFragment(`s.${section}`).toJSON();
  leave();
  return text;
}
