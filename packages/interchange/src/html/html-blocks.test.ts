import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlBlocks } from "./html-blocks.ts";

const paragraphs = (html: string) =>
  htmlBlocks(html).map((block) => ("text" in block ? block.text : block.type));

describe("markup as readable text", () => {
  test("paragraphs, breaks and headings", () => {
    expect(htmlBlocks("<div><h1>Liver</h1><p>Two  lesions.<br/>No ascites.</p>Loose words</div>")).toEqual([
      { type: "heading", level: 2, text: "Liver" },
      { type: "paragraph", text: "Two lesions.\nNo ascites." },
      { type: "paragraph", text: "Loose words" },
    ]);
  });
  test("a list in a list keeps its lines in order", () => {
    expect(htmlBlocks("<ol><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ol>")).toEqual([
      { type: "list", ordered: true, items: ["one", "inner", "two"] },
    ]);
  });
  test("raised digits stay raised, and one that is never closed ends with its block", () => {
    expect(paragraphs("<p>10<sup>9</sup>/L<sup>a</sup></p><p>m<sup>2</p><p>20 mg</p>")).toEqual([
      "10⁹/L^a",
      "m²",
      "20 mg",
    ]);
  });
  test("a table keeps its cells, its head and its caption", () => {
    const html =
      "<table><thead><tr><th>Date</th><th>Value</th></tr></thead><tbody><tr><td>2 Nov</td><td>6.1<br>high</td></tr></tbody></table>";
    expect(htmlBlocks(html)).toEqual([
      { type: "table", head: ["Date", "Value"], rows: [["2 Nov", "6.1\nhigh"]] },
    ]);
    expect(JSON.stringify(htmlBlocks("<table><caption>CEA</caption><tr><td>1</td></tr></table>"))).toContain(
      "CEA",
    );
  });
  test("an empty cell stays in its column", () => {
    expect(htmlBlocks("<table><tr><td>a</td><td></td><td>c</td></tr></table>")).toEqual([
      { type: "table", head: [], rows: [["a", "", "c"]] },
    ]);
  });
  test("scripts, styles, comments and attributes are not text", () => {
    const html =
      '<p onclick="steal()">Seen<script>alert(1)</script><style>p{}</style><!-- hidden --><img src=x onerror="alert(2)"></p>';
    expect(paragraphs(html)).toEqual(["Seen"]);
  });
  test("entities are decoded once", () => {
    expect(paragraphs("<p>5 &lt; 6 &amp;lt; &#181;g &#x2265; caf&eacute; &nosuch; &#0;</p>")).toEqual([
      "5 < 6 &lt; µg ≥ café &nosuch;",
    ]);
  });
  test("a less-than sign that starts no tag is one", () => {
    expect(paragraphs("<p>PSA <4, trend < before</p>")).toEqual(["PSA <4, trend < before"]);
  });
  test("CDATA is text, an unclosed script hides only itself", () => {
    expect(paragraphs("<p><![CDATA[a < b]]></p>")).toEqual(["a < b"]);
    expect(paragraphs("<p>before</p><script>never ends")).toEqual(["before"]);
  });
  test("never throws and never gives an empty block, whatever it is given", () => {
    const signs = string({ unit: "binary", maxLength: 60 });
    assert(
      property(signs, signs, (left, right) => {
        const blocks = htmlBlocks(`<table>${left}<tr><td>${right}<ul><li>${left}</table>${right}`);
        expect(blocks.filter((block) => "text" in block && block.text.trim() === "")).toEqual([]);
      }),
    );
  });
  test.each(["<", "<a ", "<div>", "<table>", "</", "<!", "<!--", '<a "', "<ul><li>", "&", "<script>"])(
    "a mebibyte of %s is read in one pass",
    (piece) => {
      const html = piece.repeat(Math.floor((1024 * 1024) / piece.length));
      expect(Array.isArray(htmlBlocks(html))).toBe(true);
    },
  );
});
