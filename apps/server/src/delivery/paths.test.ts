import { expect, test } from "vitest";
import { archivesAmong, recordsWithin } from "./paths.ts";

test("an archive is what holds other files of the delivery; a folder is none of them", () => {
  const paths = [
    "disc.zip",
    "disc.zip/IMAGES/1",
    "disc.zip/inner.zip",
    "disc.zip/inner.zip/a",
    "CT/1",
    "disc.zipped",
  ];
  expect([...archivesAmong(paths)]).toEqual(["disc.zip", "disc.zip/inner.zip"]);
});

test("an archive became part of every record that its members did", () => {
  const within = recordsWithin(
    new Map([
      ["disc.zip/IMAGES/1", ["study"]],
      ["disc.zip/IMAGES/2", ["study"]],
      ["disc.zip/letter.txt", ["note"]],
    ]),
  );
  expect([...(within.get("disc.zip") ?? [])]).toEqual(["study", "note"]);
  expect([...(within.get("disc.zip/IMAGES/2") ?? [])]).toEqual(["study"]);
  expect(within.get("other")).toBeUndefined();
});
