import { expect, test } from "vitest";
import { createReadability } from "./readability.ts";

const readability = createReadability();

const plain =
  "The scan shows three small spots in your liver. They can be taken out in one operation. You will be in hospital for about a week. Then you need rest at home. We look again after three months.";
const learned =
  "Multidisciplinary reconsideration recommends parenchyma-preserving hepatectomy following neoadjuvant chemotherapy, notwithstanding radiological heterogeneity, provided that intraoperative ultrasonography demonstrates resectability of the residual hepatic metastases within an acceptable physiological reserve and without unanticipated extrahepatic dissemination.";

test("short sentences of short words read at a low grade, a learned one at a high grade", () => {
  expect(readability(plain).grade).toBeLessThanOrEqual(8);
  expect(readability(learned).grade).toBeGreaterThanOrEqual(18);
});

test("a few words have no grade", () => {
  expect(readability("Multidisciplinary reconsideration.").grade).toBeUndefined();
  expect(readability("")).toEqual({ grade: undefined, longSentences: 0, longParagraphs: 0 });
});

test("long sentences and long paragraphs are counted; a number's point and a title end no sentence", () => {
  expect(readability(learned).longSentences).toBe(1);
  const long = Array.from({ length: 26 }, () => "word").join(" ");
  expect(readability(`Dr. Hallström saw 3.5 cm of ${long}.`).longSentences).toBe(1);
  expect(readability(`${plain} ${plain} ${plain} ${plain}\n${plain}`).longParagraphs).toBe(1);
});

test("the figures are those of the formulas", () => {
  // 8 sentences of 4 words and one syllable each: Flesch-Kincaid -2.2; no long word: SMOG 3.1.
  expect(readability(Array.from({ length: 8 }, () => "The cat sat down.").join(" ")).grade).toBe(3);
});
