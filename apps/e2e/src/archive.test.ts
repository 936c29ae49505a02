import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ArchiveServer,
  messageOf,
  multipartType,
  type OtherAnswer,
  startArchiveServer,
} from "@consilium/server/testing/archive-server";
import type { Page } from "playwright-core";
import { afterAll, afterEach, expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { ask, caseOf, oncology, tell } from "./case-of.ts";
import { sliceIds, slices } from "./ct-slices.ts";
import { openAdding } from "./hand-over.ts";
import { journey } from "./journey.ts";

const { study, series, instance } = sliceIds;
const instances = slices(1, 2, 3, 4, 5, 6).map(({ buffer }, at) => ({
  study,
  series,
  instance: instance(at + 1),
  file: buffer,
}));
const about: Record<string, unknown> = {
  "00081030": { vr: "LO", Value: ["CT liver"] },
  "00080020": { vr: "DA", Value: ["20261110"] },
  "00080061": { vr: "CS", Value: ["CT"] },
};

let hospital: ArchiveServer;
let folder: string;
const visit = journey({
  settings: async () => {
    hospital = await startArchiveServer(instances, about);
    folder = await mkdtemp(join(tmpdir(), "consilium-archives-"));
    const path = join(folder, "archives.json");
    const { id, name, address } = hospital.archive;
    await writeFile(path, JSON.stringify([{ id, name, address }]));
    return { CONSILIUM_ARCHIVES: path };
  },
  // The browser's own word on an archive that is away.
  expected: [/502/],
});
afterEach(() => {
  hospital.other = undefined;
});
afterAll(async () => {
  await hospital.close();
  await rm(folder, { recursive: true });
});

function names(name: string, born: string | null): void {
  about["00100010"] = { vr: "PN", Value: [{ Alphabetic: name }] };
  about["00100030"] = { vr: "DA", Value: born === null ? [] : [born.replaceAll("-", "")] };
}

/** An answer of the hospital that comes when it is released: its last image. */
function holdLast(): readonly [OtherAnswer, () => Promise<void>] {
  const asked = Promise.withResolvers<ServerResponse>();
  const last = instances.at(-1);
  const answer: OtherAnswer = ({ url = "" }, response) => {
    if (!last || !url.endsWith(`/instances/${last.instance}`)) return false;
    asked.resolve(response);
    return true;
  };
  const release = async () => {
    if (last) (await asked.promise).setHeader("content-type", multipartType).end(messageOf(last.file));
  };
  return [answer, release];
}

const press = async (page: Page, name: string) => {
  const button = page.getByRole("button", { name, exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
};

test("a study is looked for and fetched by the keyboard, on a desk", async () => {
  const adaeze = await visit.enter("adaeze", { viewport: { width: 1440, height: 900 } });
  const { page } = adaeze;
  const caseId = await caseOf(adaeze, oncology);
  names("Quintana^Marisol", null);
  await openAdding(adaeze, caseId);
  await press(page, "Look in an archive");
  await page.getByLabel("Family name").and(page.locator("[value=Quintana]")).focus();
  await page.keyboard.press("Enter");
  await page.getByText("One study found at Northgate").waitFor();
  await page.getByText("CT · 10 November 2026 · 6 images").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const [held, release] = holdLast();
  hospital.other = held;
  await press(page, "Fetch this study: CT liver");
  await page.getByText("On its way.").waitFor();
  await page.getByRole("button", { name: "Fetch this study: CT liver" }).waitFor({ state: "hidden" });
  await release();
  await page.getByText("6 files became 1 study.").waitFor();
  await page.getByText("CT liver, from Northgate").waitFor();
  await page.getByText(/Fetched \d/).waitFor();
  await page.getByRole("button", { name: "Fetch again: CT liver" }).waitFor();
});

test("on a telephone it says that nothing fits, that it is somebody else, and that the archive is away", async () => {
  const adaeze = await visit.enter("adaeze", { viewport: { width: 390, height: 844 } });
  const { page } = adaeze;
  const caseId = await caseOf(adaeze, oncology);
  await openAdding(adaeze, caseId);
  await press(page, "Look in an archive");
  await page.getByText("More to look by").click();
  await page.getByLabel("Kind", { exact: true }).selectOption("CT");
  names("Weber^Jonas", "1958-02-01");
  await press(page, "Look");
  await page.getByText("Jonas Weber, born 1 February 1958").waitFor();
  await page.getByText("Name or birth date are not those of Marisol Quintana.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const isWider = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(await isWider()).toBe(false);
  hospital.other = (_request, response) => {
    response.writeHead(204).end();
    return true;
  };
  await press(page, "Look");
  await page.getByText("Northgate has no study that fits.").waitFor();
  hospital.other = (_request, response) => {
    response.destroy();
    return true;
  };
  await press(page, "Look");
  await page.getByText("The archive cannot be reached.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel("Family name").fill("");
  await page.getByText("Say a family name, a patient number or an accession number.").waitFor();
});

interface Deliveries {
  readonly items: readonly { readonly state: string; readonly arrived: number; readonly kept: number }[];
}

test("a server that is killed goes on where it was, and fetches no image twice", async () => {
  const adaeze = await visit.enter("adaeze");
  const caseId = await caseOf(adaeze, oncology);
  names("Quintana^Marisol", null);
  hospital.other = ({ url = "" }) => url.endsWith(`/instances/${instance(6)}`);
  hospital.asked.length = 0;
  const begun = await tell(adaeze, `/cases/${caseId}/archives/northgate/pull`, { study });
  expect(begun.status()).toBe(202);
  const newest = async () => {
    const [found] = (await ask<Deliveries>(adaeze, `/cases/${caseId}/deliveries`)).items;
    return found && { state: found.state, arrived: found.arrived, kept: found.kept };
  };
  await expect.poll(newest).toEqual({ state: "arriving", arrived: 5, kept: 0 });
  await visit.server.kill();
  hospital.other = undefined;
  await visit.server.startAgain();
  await expect.poll(newest, { timeout: 120_000 }).toEqual({ state: "done", arrived: 6, kept: 6 });
  const times = instances.map(
    (one) => hospital.asked.filter((path) => path.endsWith(`/instances/${one.instance}`)).length,
  );
  expect(times).toEqual([1, 1, 1, 1, 1, 2]);
});

test("the patient is not offered an archive", async () => {
  const marisol = await visit.enter("marisol");
  const caseId = await caseOf(marisol, oncology);
  await openAdding(marisol, caseId);
  await marisol.page.getByRole("button", { name: "Files" }).waitFor();
  expect(await marisol.page.getByText("From a hospital's archive").count()).toBe(0);
});
