import { join } from "node:path";
import type { Page } from "playwright-core";
import { type DemoServer, findOpenCase, startDemoServer } from "../measuring/demo-server.ts";
import { joinAsStockClient } from "../measuring/stock-client.ts";
import { writingIn } from "../web/opinion-page.ts";
import type { Proof } from "./prove.ts";
import { untilKilled } from "./until-killed.ts";

export const browserKilled = "a real browser killed with unsent frames";

const author = "specialist@demo.test";
const section = "limitations";

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
    const promised: string[] = [];
    for (let time = 1; time <= times; time += 1) {
      const kill = { server, executable, profile: join(folder, "profile"), caseId, time };
      const wrong = await killOnce(kill, promised);
      if (wrong !== undefined) wrongs.push(`kill ${time}: ${wrong}`);
    }
    const text = await textInLog(server, cookie, caseId);
    for (const words of promised) {
      const count = text.split(words).length - 1;
      if (count !== 1) wrongs.push(`“${words}” is in the log ${count} times`);
    }
    for (const wrong of wrongs) tell(`${browserKilled}: ${wrong}`);
    const row = { times, wrong: wrongs.length, milliseconds: Date.now() - began };
    const acts = promised.length;
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
}

/** `promised` is given the words that the page called saved or kept, as soon as it did. Returns what was wrong. */
async function killOnce(kill: Kill, promised: string[]): Promise<string | undefined> {
  const { server, executable, profile, caseId, time } = kill;
  const [saved, unsent] = [`Saved before kill ${time}.`, `Unsent at kill ${time}.`];
  const address = `${server.origin}/cases/${caseId}/opinion/${section}`;
  const before = await untilKilled(executable, profile, async (page) => {
    await open(page, server, address);
    await type(page, saved);
    await untilSaved(page);
    promised.push(saved);
    await page.context().setOffline(true);
    await page
      .getByText(/^No connection\./)
      .first()
      .waitFor();
    await type(page, unsent);
    await page.getByText("1 change kept on this device", { exact: true }).first().waitFor();
    promised.push(unsent);
  });
  if (before !== undefined) return `before it, ${before}`;
  let wasKnown = true;
  const after = await untilKilled(executable, profile, async (page) => {
    wasKnown = await open(page, server, address);
    await writingIn(page, section).filter({ hasText: unsent }).waitFor();
    await untilSaved(page);
  });
  return after && `after it, ${wasKnown ? "" : "once signed in again, "}${after}`;
}

/** The browser may not have written its cookies down yet: then the person signs in again, and the answer is false. */
async function open(page: Page, { password }: DemoServer, address: string): Promise<boolean> {
  await page.goto(address);
  const editor = writingIn(page, section);
  const email = page.getByLabel("Email");
  await editor.or(email).first().waitFor();
  if (!(await email.isVisible())) return true;
  await email.fill(author);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await editor.waitFor();
  return false;
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
