import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { ClinicalRecord } from "@consilium/clinical";
import { studiesOf } from "@consilium/interchange";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { DeliveryReading, Outcome } from "./delivery-reading.ts";
import { openReadingProcess } from "./process/reading-process.ts";
import { delivered, readFiles } from "./testing/deliver.ts";
import { inTable, type SharedFile, sharedFiles } from "./testing/shared-files.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Real files of public repositories, which are not part of the project: where they lie says who runs the tests. */
const shared = globalThis.process.env["CONSILIUM_SHARED_DATA"];
/** What is a patient's. The suite of units beside them is nobody's record. */
const folders = ["ccda", "dicom", "fhir", "pdf", "slide"];
/** Files that only together are what they are. Every other one is a delivery of its own: some are the same picture, packed differently. */
const together = ["dicom/ct-3slice", "slide"];

const paths = shared
  ? folders.flatMap((folder) =>
      globSync(join(shared, folder, "**", "*"), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(shared, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
        .toSorted(),
    )
  : [];

const deliveryOf = (path: string): string => together.find((folder) => path.startsWith(`${folder}/`)) ?? path;

/** Each as many times as it is there: `note, 2 values`. */
function counted(words: readonly string[]): string {
  const groups = Map.groupBy(words, (word) => word);
  return Array.from(groups, ([word, { length }]) => (length === 1 ? word : `${length} ${word}`)).join(", ");
}

/** Of the whole delivery, as the server would file it. */
function studies(reading: DeliveryReading): readonly ClinicalRecord[] {
  const instances = reading.instances.map(({ filed }) => filed);
  let made = 0;
  return studiesOf(instances, { createId: () => `id${(made += 1)}` }).records.map(({ record }) => record);
}

const isInstance = ({ instances }: DeliveryReading, path: string): boolean =>
  instances.some((instance) => instance.path === path);

function becomes(reading: DeliveryReading, { path, records: ids }: Outcome): string {
  const whole = reading.records.filter(({ id }) => ids.includes(id));
  const filed = isInstance(reading, path) ? studies(reading) : [];
  return counted([...whole, ...filed].map(({ kind }) => kind));
}

/** What a person is told beside: the reason, series that are not drawn, and what was not understood, by reason. */
function said(reading: DeliveryReading, { path, reason }: Outcome): string {
  const gaps = reading.notUnderstood
    .filter((what) => what.path === path)
    .flatMap(({ gap, count }) => Array.from({ length: count }, () => gap));
  const series = studies(reading).flatMap((record) =>
    record.kind === "imaging-study" ? record.content.series : [],
  );
  const notDrawn = isInstance(reading, path)
    ? series.flatMap(({ notDisplayed }) => (notDisplayed === null ? [] : [`not drawn: ${notDisplayed}`]))
    : [];
  return [reason, ...notDrawn, counted(gaps.toSorted())].filter(Boolean).join("; ");
}

const process = openReadingProcess();
afterAll(() => process.close());

async function readTogether(members: readonly string[]): Promise<readonly SharedFile[]> {
  const files = members.map((path) => delivered(path, readFileSync(join(shared ?? "", path))));
  const reading = await readFiles(process, files);
  return reading.outcomes.map((outcome) => [
    outcome.path,
    outcome.is,
    becomes(reading, outcome),
    said(reading, outcome),
  ]);
}

/** Files of one folder of which the same is said are one row: a pyramid has hundreds of tiles. */
function inRows(files: readonly SharedFile[]): readonly SharedFile[] {
  const groups = Map.groupBy(files, ([path, ...rest]) =>
    path.startsWith("slide/") && dirname(path) !== "slide" ? rest.join("|") : path,
  );
  return Array.from(groups.values()).flatMap((group): readonly SharedFile[] => {
    const [first] = group;
    if (first === undefined || group.length === 1) return first === undefined ? [] : [first];
    const [path, ...rest] = first;
    return [[`${path.split("/").slice(0, 2).join("/")}/ (${group.length} files)`, ...rest]];
  });
}

const stated = (path: string): readonly SharedFile[] =>
  sharedFiles.filter(([file]) => file === path || file.startsWith(`${path}/`));

describe.skipIf(!shared || !existsSync(join(shared, "ccda")))(
  "real files (skipped where CONSILIUM_SHARED_DATA names no folder with them)",
  () => {
    const deliveries = Map.groupBy(paths, deliveryOf);
    test.each(Array.from(deliveries))("%s is read as is stated", async (name, members) => {
      expect(inRows(await readTogether(members))).toEqual(stated(name));
    });
    test("each has its statement, and no statement is of a file that is not there", () => {
      const names = new Set(deliveries.keys());
      expect(sharedFiles.filter(([path]) => !names.has(deliveryOf(path)))).toEqual([]);
    });
  },
);

test("docs/records.md tells of each real file what is stated here", () => {
  const docs = readFileSync(new URL("../../../docs/records.md", import.meta.url), "utf8");
  const [, section = ""] = docs.split("\n## Real files\n");
  const [told = ""] = section.split("\n## ");
  const cells = told
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .slice(1);
  expect(cells.filter(([, first = ""]) => !first.startsWith("--")).map((line) => line.slice(1, 4))).toEqual(
    sharedFiles.map(inTable),
  );
});
