import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { ask, caseOf, oncology } from "./case-of.ts";
import { choose, openAdding, recordsOf } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { pdfOf } from "./pdf-letter.ts";
import { answered, noNetwork } from "./received.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey({ expected: [noNetwork, answered(404)] });

const mebibyte = 1024 * 1024;
/** Of the client: `tus-transport.ts` of the web app. */
const piece = 8 * mebibyte;

let around: string;
beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), "consilium-folder-"));
});
afterAll(() => rm(around, { recursive: true, force: true }));

interface Folder {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of each file, by its name. */
  readonly digests: ReadonlyMap<string, string>;
}

/** A folder of letters that are so large, in MiB: what is behind their one page nothing can squeeze. */
async function folderOf(name: string, sizes: readonly number[]): Promise<Folder> {
  const path = join(around, name);
  await mkdir(path);
  const files = sizes.map((size, at) => ({
    name: `${name} ${String(at + 1).padStart(2, "0")}.pdf`,
    content: pdfOf([`Letter ${at + 1}`], randomBytes(size * mebibyte)),
  }));
  await Promise.all(files.map((file) => writeFile(join(path, file.name), file.content)));
  const digests = files.map((file) => [file.name, digestOf(file.content)] as const);
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  return { path, bytes, digests: new Map(digests) };
}

const digestOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** As slow as a line from a clinic, so that there is a middle of the way. */
async function slowLine(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  const uploadThroughput = 8 * mebibyte;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput,
  });
  return session;
}

/** From now on, every value that the progress of the whole delivery is set to. */
async function watchProgress(page: Page): Promise<readonly number[]> {
  const seen: number[] = [];
  await page.exposeFunction("sawProgress", (value: number) => seen.push(value));
  await page.evaluate(tellProgress);
  return seen;
}

/** In the page. */
function tellProgress(): void {
  const observer = new MutationObserver(() => {
    const bar = document.querySelector<HTMLProgressElement>(
      "progress[aria-label='Progress of the delivery']",
    );
    const tell: unknown = Reflect.get(globalThis, "sawProgress");
    if (bar && typeof tell === "function") tell(bar.value);
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ["value"], subtree: true });
}

/** A large file has come in part: its first piece is on the server, its last is not. */
const firstPiece = (page: Page): Promise<unknown> =>
  page.waitForResponse(
    (answer) =>
      answer.request().method() === "PATCH" &&
      answer.ok() &&
      Number(answer.headers()["upload-offset"]) === piece,
  );

interface StoredDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly content: { readonly file?: { readonly id: string; readonly name: string } };
}

interface DeliveryAnswer {
  readonly id: string;
  readonly state: string;
  readonly files: number;
  readonly kept: number;
  readonly records: readonly string[];
}

/** What lies on the server is what was sent, each file once, and of one delivery that was read once. */
async function expectAllThere(visitor: Visitor, caseId: string, folder: Folder): Promise<void> {
  const records = await recordsOf<StoredDocument>(visitor, caseId);
  const files = records.flatMap(({ content }) =>
    content.file && folder.digests.has(content.file.name) ? [content.file] : [],
  );
  const there = await Promise.all(
    files.map(async ({ id, name }) => {
      const answer = await visitor.context.request.get(`${visitor.origin}/api/cases/${caseId}/files/${id}`);
      return [name, digestOf(await answer.body())] as const;
    }),
  );
  expect(there.length).toBe(folder.digests.size);
  expect(new Map(there)).toEqual(folder.digests);
  const { items } = await ask<{ items: readonly DeliveryAnswer[] }>(visitor, `/cases/${caseId}/deliveries`);
  const count = folder.digests.size;
  const [newest] = items;
  expect(newest).toMatchObject({ state: "done", files: count, kept: count });
  expect(newest?.records.length).toBe(count);
}

test("the server is killed while a folder of 60 MB is on its way, and started again: the delivery goes on by itself, and nothing is lost or doubled", async () => {
  const folder = await folderOf("Theatre", [24, 20, ...Array.from({ length: 16 }, () => 1)]);
  const adaeze = await visit.enter("adaeze");
  const { page } = adaeze;
  const caseId = await caseOf(adaeze, oncology);
  await openAdding(adaeze, caseId);
  await slowLine(page);
  const seen = await watchProgress(page);
  const begun = firstPiece(page);
  await choose(page, "Choose a folder", folder.path);
  await begun;
  await visit.server.kill();
  await page
    .getByText(/^No connection\. \d+ of 18 files (is|are) there; the rest waits\.$/)
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await visit.server.startAgain();
  await page.getByText("18 files became 18 documents.").waitFor({ timeout: 200_000 });
  const firstAt = seen.findIndex((value) => value > 0);
  expect(seen.slice(firstAt).every((value) => value > 0)).toBe(true);
  await expectAllThere(adaeze, caseId, folder);
  const { items } = await ask<{ items: readonly DeliveryAnswer[] }>(adaeze, `/cases/${caseId}/deliveries`);
  expect(items.length).toBe(1);
});

/** What a page asks the server to take from now on: how many new uploads, and where in each file it goes on. */
function watchSending(page: Page) {
  const offsets = new Map<string, number>();
  let made = 0;
  page.on("request", (request) => {
    if (!request.url().includes("/api/uploads")) return;
    if (request.method() === "POST") made += 1;
    if (request.method() === "PATCH" && !offsets.has(request.url()))
      offsets.set(request.url(), Number(request.headers()["upload-offset"]));
  });
  return { offsets, made: () => made };
}

const loadedAnew = /This page was loaded anew, and a browser keeps no files\.$/;

test("a page is closed in the middle of the way: the next one says what to choose again, and sends what is missing", async () => {
  const folder = await folderOf("Ward", [1, 1, 24]);
  const adaeze = await visit.enter("adaeze");
  const caseId = await caseOf(adaeze, oncology);
  await openAdding(adaeze, caseId);
  await slowLine(adaeze.page);
  const begun = firstPiece(adaeze.page);
  await choose(adaeze.page, "Choose a folder", folder.path);
  await begun;
  await adaeze.page
    .getByText(/^2 of 3 files/)
    .first()
    .waitFor();
  await adaeze.page.close();

  const page = await adaeze.context.newPage();
  const again = { ...adaeze, page };
  const sending = watchSending(page);
  await openAdding(again, caseId);
  await page.getByText(loadedAnew).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await choose(page, "Choose a folder", folder.path);
  await page.getByText("3 files became 3 documents.").waitFor({ timeout: 120_000 });
  expect(sending.made()).toBe(0);
  expect(sending.offsets.size).toBe(1);
  expect([...sending.offsets.values()].every((offset) => offset >= piece)).toBe(true);
  await expectAllThere(again, caseId, folder);
});

test("a delivery is paused, its page loaded anew, and gone on with", async () => {
  const folder = await folderOf("Clinic", [1, 24]);
  const adaeze = await visit.enter("adaeze");
  const { page } = adaeze;
  const caseId = await caseOf(adaeze, oncology);
  await openAdding(adaeze, caseId);
  const line = await slowLine(page);
  const begun = firstPiece(page);
  await choose(page, "Choose a folder", folder.path);
  await begun;
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.getByText(/^Paused\. \d of 2 files (is|are) there\.$/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await line.detach();
  const sending = watchSending(page);
  await page.reload();
  await page.getByText(loadedAnew).waitFor();
  await choose(page, "Choose a folder", folder.path);
  await page.getByText("2 files became 2 documents.").waitFor({ timeout: 120_000 });
  expect(sending.made()).toBe(0);
  expect(Math.max(...sending.offsets.values())).toBeGreaterThanOrEqual(piece);
  await expectAllThere(adaeze, caseId, folder);
});
