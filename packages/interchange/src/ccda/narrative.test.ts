import { describe, expect, test } from "vitest";
import { encode } from "../fhir/testing/bundles.ts";
import { blocksOf, ccda, gapsIn, noteText, only, read, section, withBody } from "./testing/documents.ts";
import { missingWords, sectionTexts } from "./testing/words.ts";

describe("the text of a section", () => {
  test("has its paragraphs, breaks and loose words; how it looked is dropped", () => {
    expect(
      blocksOf(
        'Loose <content styleCode="Bold" ID="a">words</content>.<paragraph styleCode="x">Two  lesions.<br/>No\n ascites.</paragraph><content><paragraph>Inside</paragraph></content>',
      ),
    ).toEqual([
      { type: "paragraph", text: "Loose words." },
      { type: "paragraph", text: "Two lesions.\nNo ascites." },
      { type: "paragraph", text: "Inside" },
    ]);
  });
  test("has its lists with their captions; inner lists keep the order", () => {
    expect(
      blocksOf(
        '<list listType="ordered"><caption>Operations</caption><item>One<list><item>inner</item></list>after</item><item><paragraph>Two</paragraph></item></list>',
      ),
    ).toEqual([
      { type: "paragraph", text: "Operations" },
      { type: "list", ordered: true, items: ["One", "inner", "after", "Two"] },
    ]);
  });
  test("has a table in a list as a table, and goes on with the list", () => {
    expect(
      blocksOf("<list><item>a<table><tbody><tr><td>1</td></tr></tbody></table></item><item>b</item></list>"),
    ).toEqual([
      { type: "list", ordered: false, items: ["a"] },
      { type: "table", head: [], rows: [["1"]] },
      { type: "list", ordered: false, items: ["b"] },
    ]);
  });
  test("has tables under their captions and heads; several rows of heads are one", () => {
    expect(
      blocksOf(
        "<table><caption>Pressure</caption><thead><tr><th rowspan='2'>Date</th><th colspan='2'>Blood pressure</th></tr><tr><th>systolic</th><th>diastolic</th></tr></thead><tfoot><tr><td>Mean</td><td>130</td><td/></tr></tfoot><tbody><tr><th>2 Nov</th><td>132<br/>sitting</td><td>88</td></tr></tbody></table>",
      ),
    ).toEqual([
      { type: "paragraph", text: "Pressure" },
      {
        type: "table",
        head: ["Date", "Blood pressure systolic", "diastolic"],
        rows: [
          ["Mean", "130", ""],
          ["2 Nov", "132\nsitting", "88"],
        ],
      },
    ]);
  });
  test("says a cell over several rows in each of them, so that no value slips under another head", () => {
    const [table] = blocksOf(
      "<table><thead><tr><th>Date</th><th>Test</th><th>Value</th></tr></thead><tbody><tr><td rowspan='2'>2 Nov</td><td>CEA</td><td>6.1</td></tr><tr><td>CRP</td><td>12</td></tr></tbody></table>",
    );
    expect(table).toMatchObject({
      rows: [
        ["2 Nov", "CEA", "6.1"],
        ["2 Nov", "CRP", "12"],
      ],
    });
  });
  test("never grows by what a span says", () => {
    const rows = "<tr><td colspan='9999' rowspan='9999'>x</td></tr>".repeat(3000);
    const [table] = blocksOf(`<table><tbody>${rows}</tbody></table>`);
    expect(JSON.stringify(table).length).toBeLessThan(1_000_000);
  });
  test("puts footnotes at the end, each once, with its mark at every place", () => {
    expect(
      blocksOf(
        '<paragraph>CEA<footnote ID="f">By immunoassay</footnote> and CRP<footnoteRef IDREF="f"/>, seen<footnote>twice</footnote></paragraph>',
      ),
    ).toEqual([
      { type: "paragraph", text: "CEA[1] and CRP[1], seen[2]" },
      { type: "list", ordered: false, items: ["[1] By immunoassay", "[2] twice"] },
    ]);
  });
  test("says that a picture is not shown, and of what kind it is", () => {
    const media =
      '<observationMedia classCode="OBS" moodCode="EVN" ID="m1"><value mediaType="image/gif" representation="B64">R0lGOD</value></observationMedia>';
    const text =
      '<paragraph>Rash: <renderMultiMedia referencedObject="m1"><caption>Left arm</caption></renderMultiMedia></paragraph>';
    const content = read(ccda(section("8709-8", "Skin", text, media)));
    expect(noteText(content)).toBe("Skin\n\nRash:\n[Picture, not shown here: Left arm, image/gif]");
    expect(gapsIn(content)).toContain("1 Skin.pictures attachment-not-text");
  });
  test("keeps raised digits raised, links with where they lead, and deleted words as deleted", () => {
    expect(
      blocksOf(
        '<paragraph>10<sup>9</sup>/L, m<sup>2</sup>, note<sup>a</sup>, H<sub>2</sub>O <linkHtml href="https://example.org/a">guide</linkHtml> <linkHtml href="#x">here</linkHtml> <content revised="delete">left</content> right</paragraph>',
      ),
    ).toEqual([
      {
        type: "paragraph",
        text: "10⁹/L, m², note^a, H2O guide (https://example.org/a) here [deleted: left] right",
      },
    ]);
  });
  test("keeps words where no words may be, and markup of the web that systems put in", () => {
    const text =
      "<table>stray<tr>loose<td>cell</td><span>span</span></tr></table><list>odd<item>i</item></list><h3>Head</h3><ul><li>l</li></ul><unknown>u</unknown>";
    const said = noteText(read(ccda(section("1-1", "T", text))));
    for (const word of ["stray", "loose", "cell", "span", "odd", "i", "Head", "l", "u"]) {
      expect(said.split(/\s+/)).toContain(word);
    }
  });
  test("loses no word, whatever stands in what", () => {
    const text = `<paragraph>a<list><caption>b</caption><item>c<table><caption>d</caption><tbody><tr><td>e<list><item>f</item></list><paragraph>g</paragraph></td><td><table><tbody><tr><td>h</td></tr></tbody></table></td></tr></tbody></table>i</item></list>j</paragraph><content>k<content>l<table><tr><th>m</th></tr></table></content>n<footnote>o<list><item>p</item></list></footnote></content>`;
    const document = ccda(section("1-1", "T", text));
    const [said = ""] = sectionTexts(encode(document));
    expect(missingWords(said, noteText(read(document)))).toEqual([]);
  });
});

/** A document whose body is a file. */
const file = (type: string, data: string) =>
  read(withBody(`<nonXMLBody><text mediaType="${type}" representation="B64">${data}</text></nonXMLBody>`));

describe("the note of a document", () => {
  test("has title, date, author, keeper, code and language, and a heading for each section", () => {
    const inner = `<component>${section("2-2", "Inner", "<paragraph>i</paragraph>")}</component>`;
    const outer = section("1-1", "Outer", "<paragraph>o</paragraph>").replace(
      "</section>",
      `${inner}</section>`,
    );
    const note = only(read(ccda(outer, section("3-3", "Last", "z"))), "note");
    expect(note).toMatchObject({
      title: "Referral summary",
      date: "2026-05-03",
      author: "Dr Una Brophy",
      source: "Northgate Hospital",
      code: { text: "Summary of episode note" },
      language: "en-GB",
    });
    expect(note.content.blocks).toEqual([
      { type: "heading", level: 2, text: "Outer" },
      { type: "paragraph", text: "o" },
      { type: "heading", level: 3, text: "Inner" },
      { type: "paragraph", text: "i" },
      { type: "heading", level: 2, text: "Last" },
      { type: "paragraph", text: "z" },
    ]);
  });
  test("says of an empty section that it is there, and why where the document says", () => {
    const silent = '<section nullFlavor="NI"><title>Allergies</title></section>';
    const content = read(ccda(silent, section("1-1", "History", "")));
    expect(noteText(content)).toBe("Allergies\n\nNo information\n\nHistory");
    expect(gapsIn(content)).toContain("1 History.text no-content");
  });
  test("is the text of a body that is a file, or says why there is none", () => {
    expect(noteText(file("text/plain", btoa("Seen and well.")))).toBe("Seen and well.");
    expect(noteText(read(withBody("<nonXMLBody><text>Plain words.</text></nonXMLBody>")))).toBe(
      "Plain words.",
    );
    const scanned = file("application/pdf", btoa("%PDF"));
    expect(scanned.records).toEqual([]);
    expect(gapsIn(scanned)).toContain("1 nonXMLBody.text attachment-not-text");
  });
});
