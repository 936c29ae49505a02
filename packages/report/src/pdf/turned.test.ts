import { expect, test } from "vitest";
import { directionOfWords, turned } from "./turned.ts";

test.for([
  ["MRI بالرنين", "ltr"],
  ["12 % تم الفحص MRI", "rtl"],
  ["שלום", "rtl"],
  ["12,5 %", null],
] as const)("%s runs %s", ([words, way]) => {
  expect(directionOfWords(words)).toBe(way);
});

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });

test("only a paragraph that runs against its page says so", () => {
  expect(turned([paragraph("one"), paragraph("واحد")], "ltr")).toEqual([
    paragraph("one"),
    { ...paragraph("واحد"), way: "rtl" },
  ]);
  expect(turned({ inside: [paragraph("one")] }, "rtl")).toEqual({
    inside: [{ ...paragraph("one"), way: "ltr" }],
  });
});
