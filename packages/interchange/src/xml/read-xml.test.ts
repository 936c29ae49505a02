import { describe, expect, test } from "vitest";
import { readXml, xmlLimits } from "./read-xml.ts";
import { attribute, element, textIn } from "./xml-element.ts";
import { xmlRoot } from "./xml-root.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

function utf16(text: string, order: "big" | "little", mark: boolean): Uint8Array {
  const signs = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(signs.length * 2));
  for (let place = 0; place < signs.length; place += 1) {
    view.setUint16(place * 2, signs.charCodeAt(place), order === "little");
  }
  return new Uint8Array(view.buffer);
}

const refusal = (bytes: Uint8Array) => {
  const read = readXml(bytes);
  return read.ok ? null : read.refusal;
};

const words = (bytes: Uint8Array) => {
  const read = readXml(bytes);
  return read.ok ? textIn(read.value) : read.refusal.reason;
};

const said = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Größe µg</a>`;

describe("the encoding of a file", () => {
  test.each([
    ["UTF-8", utf8(said("UTF-8"))],
    ["UTF-8 that says nothing", utf8("<a>Größe µg</a>")],
    ["UTF-8 with its mark", utf8(`\ufeff${said("UTF-8")}`)],
    ["ISO-8859-1, and says so", latin(said("ISO-8859-1"))],
    ["UTF-8 that says ISO-8859-1", utf8(said("ISO-8859-1"))],
    ["UTF-8 that says UTF-16", utf8(said("utf-16"))],
    ["UTF-16 with its mark, little end first", utf16(said("UTF-16"), "little", true)],
    ["UTF-16 with its mark, big end first", utf16(said("UTF-16"), "big", true)],
    ["UTF-16 without a mark", utf16(said("UTF-16"), "little", false)],
    ["space before the declaration", utf8(`\n ${said("UTF-8")}`)],
  ])("%s is read", (_name, bytes) => {
    expect(words(bytes)).toBe("Größe µg");
  });
  test("that is not the one it names is refused, and no sign is guessed", () => {
    expect(refusal(latin(said("UTF-8")))).toEqual({ reason: "unknown-encoding", encoding: "UTF-8" });
    expect(refusal(latin(said("x-none")))).toEqual({ reason: "unknown-encoding", encoding: "x-none" });
    expect(refusal(utf16("<a>x</a>", "little", true).slice(0, 7))).toMatchObject({
      reason: "unknown-encoding",
    });
  });
});

const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "lol">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY l${level} "${`&l${level === 0 ? "" : level - 1};`.repeat(10)}">`,
).join("")}]><a>&l8;</a>`;

describe("a file that does harm, or is none", () => {
  test.each([
    ["entities that multiply", laughs],
    ["an entity that names a file", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ["an entity that names an address", '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x"> %x;]><a/>'],
  ])("%s is refused", (_name, text) => {
    expect(refusal(utf8(text))).toEqual({ reason: "xml-entities" });
  });
  test("a document type that declares nothing is no fault, and is not fetched", () => {
    expect(words(utf8('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a>x</a>'))).toBe("x");
  });
  test("names of HTML are known, others are a fault", () => {
    expect(words(utf8("<a>5&nbsp;mg &micro;&lt;</a>"))).toBe("5\u00a0mg µ<");
    expect(refusal(utf8("<a>\n&nosuch;</a>"))).toEqual({ reason: "not-xml", line: 2 });
  });
  test("a file cut off anywhere is truncated", () => {
    const whole = utf8('<?xml version="1.0"?><!-- c --><a b="c"><d>text &amp; more</d><![CDATA[x]]></a>');
    for (let end = 1; end < whole.length; end += 1) {
      expect(refusal(whole.slice(0, end))?.reason).toBe("truncated");
    }
    expect(refusal(whole)).toBeNull();
  });
  test("empty, too large, too deep and too much are refused", () => {
    expect(refusal(new Uint8Array())).toEqual({ reason: "empty-file" });
    expect(refusal(utf8(" \n"))).toEqual({ reason: "empty-file" });
    expect(refusal(new Uint8Array(xmlLimits.bytes + 1))).toMatchObject({ reason: "too-large" });
    expect(refusal(utf8("<a>".repeat(100) + "</a>".repeat(100)))).toBeNull();
    expect(refusal(utf8("<a>".repeat(101) + "</a>".repeat(101)))).toEqual({ reason: "too-deep", most: 100 });
    expect(refusal(utf8(`<a>${"<b/>".repeat(xmlLimits.values)}</a>`))).toMatchObject({
      reason: "too-many-values",
    });
  });
  test("a million levels, and a million declarations of namespaces, end at once", () => {
    expect(refusal(utf8("<a>".repeat(1_000_000)))).toMatchObject({ reason: "too-deep" });
    const declared = Array.from({ length: 100_000 }, (_, index) => ` xmlns:p${index}="u"`).join("");
    const inner = Array.from({ length: 50_000 }, (_, index) => `<b xmlns:q${index}="u"/>`).join("");
    expect(refusal(utf8(`<a${declared}>${inner}</a>`))).toBeNull();
  });
  test("names of JavaScript are only names", () => {
    const read = readXml(utf8('<__proto__ constructor="x" __proto__="y"><toString/></__proto__>'));
    expect(read.ok && attribute(read.value, "__proto__")).toBe("y");
    expect("y" in {}).toBe(false);
  });
});

describe("namespaces", () => {
  test("are resolved where they are declared; a name of another one is not the same name", () => {
    const read = readXml(
      utf8(
        '<h:a xmlns:h="urn:h" xmlns:s="http://www.w3.org/2001/XMLSchema-instance"><x:b xmlns:x="urn:x">no</x:b><b xmlns="urn:h" s:type="T">yes</b></h:a>',
      ),
    );
    const b = read.ok ? element(read.value, "b") : null;
    expect([textIn(b), attribute(b, "xsi:type")]).toEqual(["yes", "T"]);
  });
  test.each([
    [
      '<?xml version="1.0"?><!-- <Fake/> --><?pi x?><Bundle xmlns="http://hl7.org/fhir">',
      "Bundle",
      "http://hl7.org/fhir",
    ],
    ["\ufeff  <c:ClinicalDocument a='1' xmlns:c='urn:hl7-org:v3'/>", "ClinicalDocument", "urn:hl7-org:v3"],
    ["<!DOCTYPE html><html>", "html", ""],
  ])("the root of %s is found from its start", (text, name, namespace) => {
    expect(xmlRoot(utf8(text))).toEqual({ name, namespace });
    expect(xmlRoot(utf16(text.trim(), "big", false))).toEqual({ name, namespace });
  });
  test.each(["", "{}", "Dear", "<", "< a>", "<!-- never ends <a>", "<1>", "\u0000"])(
    "%j has no root",
    (text) => {
      expect(xmlRoot(utf8(text))).toBeUndefined();
    },
  );
});
