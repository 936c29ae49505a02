import { expect, test } from "vitest";
import { ccda, only, read, section } from "./testing/documents.ts";

const editionOf = (header: string) =>
  only(
    read(ccda(section("1-1", "Course", "Stable.")).replace("<title>Referral", `${header}<title>Referral`)),
    "note",
  ).edition;

const set = '<setId root="1.2.3" extension="set"/>';

test("a document says its set, its version and what it replaces", () => {
  const edition = editionOf(
    `<id root="1.2.3" extension="b"/>${set}<versionNumber value="2"/>
     <relatedDocument typeCode="RPLC"><parentDocument><id root="1.2.3" extension="a"/></parentDocument></relatedDocument>
     <relatedDocument typeCode="APND"><parentDocument><id root="1.2.3" extension="c"/></parentDocument></relatedDocument>`,
  );
  expect(edition).toEqual({
    ids: ["1.2.3^b"],
    set: "1.2.3^set",
    version: 2,
    replaces: ["1.2.3^a"],
    patient: { name: "Mrs Ada Maria Brennan", born: "1962-05" },
  });
});

test("every record of the document has its edition", () => {
  const document = ccda(section("1-1", "Course", "Stable.")).replace(
    "<title>Referral",
    `${set}<title>Referral`,
  );
  const { records } = read(document);
  expect(records.map(({ edition }) => edition?.set)).toEqual(records.map(() => "1.2.3^set"));
});

test("a version that is no number, and an identifier without a root, say nothing", () => {
  expect(editionOf(`${set}<versionNumber value="1e3"/>`)?.version).toBeNull();
  expect(editionOf(`${set}<versionNumber value="99999999999"/>`)?.version).toBeNull();
  expect(editionOf('<setId extension="set"/><id nullFlavor="UNK"/>')).toBeUndefined();
  expect(editionOf("")).toBeUndefined();
});
