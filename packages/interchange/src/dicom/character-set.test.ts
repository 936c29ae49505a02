import { expect, test } from "vitest";
import { decodeFor } from "./character-set.ts";
import { read, sliceFile } from "./testing/dicom-files.ts";

const bytesOf = (signs: string): Uint8Array => Uint8Array.from(signs, (sign) => sign.charCodeAt(0));

function decoded(terms: string, signs: string): { text: string; warned: number } {
  let warned = 0;
  const decode = decodeFor(terms === "" ? [] : terms.split("\\"), () => void (warned += 1));
  return { text: decode(bytesOf(signs)), warned };
}

/** Most are the examples of PS3.5, annexes H to K, and of PS3.18. */
test.each([
  ["ISO_IR 100", "Buc^J\xe9r\xf4me", "Buc^Jérôme"],
  ["ISO_IR 101", "W\xb3odek", "Włodek"],
  ["ISO_IR 109", "\xb6i", "ĥi"],
  ["ISO_IR 126", "\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2", "Διονυσιος"],
  ["ISO_IR 127", "\xe2\xc8\xc7\xe6\xea", "قباني"],
  ["ISO_IR 138", "\xf9\xf8\xe5\xef", "שרון"],
  ["ISO_IR 144", "\xbb\xee\xdace\xdc\xd1yp\xd3", "Люкceмбypг"],
  ["ISO_IR 13", "\xd4\xcf\xc0\xde^\xc0\xdb\xb3", "ﾔﾏﾀﾞ^ﾀﾛｳ"],
  ["ISO_IR 192", "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x9d\xb1", "王小東"],
  ["GB18030", "\xcd\xf5\xd0\xa1\xb6\xab", "王小东"],
  ["\\ISO 2022 IR 87", "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B", "Yamada^Tarou=山田^太郎"],
  ["\\ISO 2022 IR 87", "\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B", "やまだ^たろう"],
  ["ISO 2022 IR 13\\ISO 2022 IR 87", "\xd4\xcf\xc0\xde=\x1b$B;3ED\x1b(J^", "ﾔﾏﾀﾞ=山田^"],
  ["\\ISO 2022 IR 149", "Hong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7", "Hong=洪^吉洞"],
  ["\\ISO 2022 IR 58", "Zhang=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab", "Zhang=张^小东"],
  ["ISO 2022 IR 100\\ISO 2022 IR 144", "\xe9 \x1b-L\xbb\\\xe9", "é Л\\é"],
])("%s: %j", (terms, signs, text) => {
  expect(decoded(terms, signs)).toEqual({ text, warned: 0 });
});

test.each([
  ["no set is named, Latin-1", "", "J\xe9r\xf4me", "Jérôme"],
  ["no set is named, but it is UTF-8", "", "\xe7\x8e\x8b", "王"],
  ["the set is not known", "ISO_IR 999", "J\xe9r\xf4me", "Jérôme"],
  ["an escape is not known", "ISO 2022 IR 100\\ISO 2022 IR 144", "a\x1b%zb", "a%zb"],
  ["letters that no set explains", "\\ISO 2022 IR 87", "J\xe9", "Jé"],
])("letters are kept and there is a warning where %s", (_name, terms, signs, text) => {
  expect(decoded(terms, signs)).toEqual({ text, warned: 1 });
});

test("plain letters need no set", () => {
  expect(decoded("", "Vexley^Orla")).toEqual({ text: "Vexley^Orla", warned: 0 });
});

test("a backslash that is half of a letter parts nothing, in a file's name and in its items", () => {
  const file = sliceFile({}, [
    { tag: 0x00080005, vr: "CS", value: "GB18030" },
    { tag: 0x00100010, vr: "PN", value: bytesOf("\x81\x5c^\xcd\xf5") },
    { tag: 0x00081110, items: [[{ tag: 0x00081150, vr: "LO", value: bytesOf("\x81\x5c") }]] },
  ]);
  const { instance, warnings } = read(file);
  expect(warnings).toEqual([]);
  expect(instance.patient.name).toBe("王 乗");
  expect(instance.metadata["00081110"]?.Value).toEqual([{ "00081150": { vr: "LO", Value: ["乗"] } }]);
});

test("an item may name a set of its own", () => {
  const file = sliceFile({}, [
    {
      tag: 0x00081110,
      items: [
        [
          { tag: 0x00080005, vr: "CS", value: "ISO_IR 100" },
          { tag: 0x00080050, vr: "SH", value: bytesOf("J\xe9r") },
        ],
      ],
    },
  ]);
  expect(read(file).instance.metadata["00081110"]?.Value).toMatchObject([{ "00080050": { Value: ["Jér"] } }]);
});
