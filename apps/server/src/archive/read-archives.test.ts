import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readArchives } from "./read-archives.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "consilium-archives-"));
  writeFileSync(join(folder, "secret"), "blue river\n", { mode: 0o600 });
  writeFileSync(join(folder, "open"), "blue river\n", { mode: 0o644 });
  chmodSync(join(folder, "open"), 0o644);
  writeFileSync(join(folder, "lines"), "blue\nriver\n", { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const good = { id: "northgate", name: "Northgate", address: "https://archive.example/dicom-web" };

function read(content: unknown) {
  const problems: string[] = [];
  const text = typeof content === "string" ? content : JSON.stringify(content);
  writeFileSync(join(folder, "archives.json"), text);
  const archives = readArchives("archives.json", folder, problems);
  return { archives, problems };
}

test("without a file there are none", () => {
  const problems: string[] = [];
  expect(readArchives(undefined, folder, problems)).toEqual([]);
  expect(problems).toEqual([]);
});

test("an archive has its name, its address with a slash, and what it is told of us", () => {
  const { archives, problems } = read([
    { ...good, basic: { user: "consilium", passwordFile: "secret" }, organisations: ["one"] },
    { ...good, id: "b", bearer: { tokenFile: "secret" } },
    { ...good, id: "c", address: "http://127.0.0.1:8042/dicom-web/" },
    { ...good, id: "d", address: "http://archive.internal", withoutTls: true },
  ]);
  expect(problems).toEqual([]);
  expect(archives[0]).toEqual({
    id: "northgate",
    name: "Northgate",
    address: "https://archive.example/dicom-web/",
    organisations: ["one"],
    authorization: `Basic ${Buffer.from("consilium:blue river").toString("base64")}`,
  });
  expect(archives.slice(1).map(({ address, authorization }) => [address, authorization])).toEqual([
    ["https://archive.example/dicom-web/", "Bearer blue river"],
    ["http://127.0.0.1:8042/dicom-web/", undefined],
    ["http://archive.internal/", undefined],
  ]);
});

test.each([
  ["no JSON", "{", /is no JSON\.$/],
  ["no list", { good }, /must be a file with a list/],
  ["an id that stands in no address", [{ ...good, id: "North Gate" }], /id: must be 1 to 40/],
  ["a word that is not known", [{ ...good, adress: "x" }], /archive 1: /],
  ["no address", [{ ...good, address: "archive.example" }], /address: must be an address/],
  ["an address of a file", [{ ...good, address: "file:///etc/passwd" }], /address: must be an address/],
  ["a password in the address", [{ ...good, address: "https://u:hidden@a.example" }], /without a password/],
  ["http over a network", [{ ...good, address: "http://archive.example" }], /must begin with https/],
  [
    "two ways to sign in",
    [{ ...good, basic: { user: "u", passwordFile: "secret" }, bearer: { tokenFile: "secret" } }],
    /both/,
  ],
  ["a secret that is not there", [{ ...good, bearer: { tokenFile: "nothing" } }], /is not there/],
  ["a secret that others can read", [{ ...good, bearer: { tokenFile: "open" } }], /chmod 600/],
  ["a secret of two lines", [{ ...good, bearer: { tokenFile: "lines" } }], /one line/],
  ["two of one id", [good, good], /two archives have one id/],
])("%s is said", (_what, content, sentence) => {
  const { problems } = read(content);
  expect(problems.join("\n")).toMatch(sentence);
  expect(problems.join("\n")).not.toMatch(/hidden|blue/);
});

test("a file that is not there is said", () => {
  const problems: string[] = [];
  readArchives("nowhere.json", folder, problems);
  expect(problems[0]).toMatch(/cannot be read/);
});
