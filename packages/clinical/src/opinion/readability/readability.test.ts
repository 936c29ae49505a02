import { expect, test } from "vitest";
import { amstad } from "./amstad.ts";
import { noCounts } from "./counts.ts";
import { kandelMoles } from "./kandel-moles.ts";
import { createReadability, type Measure } from "./readability.ts";

function measure<Language extends Measure["language"]>(language: Language, text: string) {
  const { measure: found } = createReadability(language)(text);
  if (!isOf(found, language)) throw new Error(`Measured as ${found.language}`);
  return found;
}

const isOf = <Language extends Measure["language"]>(
  found: Measure,
  language: Language,
): found is Extract<Measure, { language: Language }> => found.language === language;

/** Too short to be measured for a person: four times the same has the same figures. */
const four = (text: string) => Array.from({ length: 4 }, () => text).join(" ");
const ducks = "Alle meine Entchen schwimmen auf dem See, Köpfchen unters Wasser, Schwänzchen in die Höh.";

const plain =
  "The scan shows three small spots in your liver. They can be taken out in one operation. You will be in hospital for about a week. Then you need rest at home. We look again after three months.";
const learned =
  "Multidisciplinary reconsideration recommends parenchyma-preserving hepatectomy following neoadjuvant chemotherapy, notwithstanding radiological heterogeneity, provided that intraoperative ultrasonography demonstrates resectability of the residual hepatic metastases within an acceptable physiological reserve and without unanticipated extrahepatic dissemination.";

/** Of the published tests of textstat (MIT), which counts syllables by the CMU dictionary. */
const puzzles =
  "Anna and her family love doing puzzles. Anna is best at little puzzles. Anna and her brother work on medium size puzzles together. Anna's Brother likes puzzles with cars in them. When the whole family does a puzzle, they do really big puzzles. It can take them a week to finish a really big puzzle. Last year they did a puzzle with 500 pieces! Anna tries to finish one small puzzle a day by her. Her puzzles have about 50 pieces. They all glue their favorite puzzles together and frame them. The puzzles look so nice on the wall.";

test("[published] Flesch-Kincaid and SMOG of the puzzles are those that textstat publishes: 4.49 and 7.35", () => {
  const { fleschKincaid, smog } = measure("en", puzzles);
  expect(Math.abs(fleschKincaid - 4.488)).toBeLessThan(0.15);
  expect(smog).toBeCloseTo(7.348, 2);
});

test("[published] the first Vienna formula gives 3.77 and 13.913 for the worked examples that Wikipedia and textstat show", () => {
  const parties =
    "Alle Parteien widmen dem Thema rein quantitativ betrachtet nennenswerte Aufmerksamkeit, die Grünen wenig überraschend am meisten.";
  expect(measure("de", four(ducks)).wiener).toBeCloseTo(3.77, 2);
  expect(measure("de", four(parties)).wiener).toBeCloseTo(13.913, 2);
});

test("[published] Szigriszt's ease and band of the two texts that readabilityes (R) shows, with its counts: 93.03 and 59.65", () => {
  const hello = "Hola. ¿Cómo estás? ¡Todo bien!";
  const reading = "La legibilidad facilita la comprensión del texto por parte de las personas lectoras.";
  const eight = measure("es", `${four(hello)} ${four(hello)}`);
  expect(eight.szigriszt).toBeCloseTo(93.02833, 5);
  expect(eight.band).toBe("very-easy");
  expect(measure("es", four(reading))).toMatchObject({
    szigriszt: expect.closeTo(59.65038, 5),
    band: "normal",
  });
});

/** Of the published tests of text-metrics (Ruby), which counts what is written: "chan-tent", "ar-bres", "nu-ages". */
const cat =
  "Le chat dort. Il fait beau. Les oiseaux chantent dans les arbres. C'est l'été. Il n'y a pas de nuages.";

const published = { ...noCounts, words: 20, sentences: 5 };

test("[published] Kandel and Moles' ease of 20 words, 5 sentences and 25 syllables is 110.94", () => {
  expect(kandelMoles({ ...published, syllables: 25 })).toBeCloseTo(110.94, 6);
});

test("of the syllables of that text, worked by hand, 22 are spoken", () => {
  expect(measure("fr", four(cat)).kandelMoles).toBeCloseTo(kandelMoles({ ...published, syllables: 22 }), 6);
});

test("[published] Amstad's ease of 50 words, 10 sentences and 100 syllables is 58, as in the tests of Yoast SEO", () => {
  expect(amstad({ ...noCounts, words: 50, sentences: 10, syllables: 100 })).toBe(58);
});

test("Amstad's ease of the ducks, worked by hand: 14 words, 1 sentence, 22 syllables", () => {
  expect(measure("de", four(ducks)).amstad).toBeCloseTo(180 - 14 - 58.5 * (22 / 14), 6);
});

/** Cervantes, Don Quijote (1605), counted by hand: 33 words, 1 sentence, 60 syllables. */
const quijote =
  "En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho tiempo que vivía un hidalgo de los de lanza en astillero, adarga antigua, rocín flaco y galgo corredor.";

test("Szigriszt's ease, worked by hand, and its band", () => {
  const found = measure("es", quijote);
  expect(found.szigriszt).toBeCloseTo(206.835 - 62.3 * (60 / 33) - 33, 6);
  expect(found.band).toBe("normal");
});

test("Kandel and Moles' ease, worked by hand: 33 words, 4 sentences, 46 syllables", () => {
  const found = measure(
    "fr",
    "Vous avez un canal étroit dans le bas du dos. Le dos et les jambes font mal. Une opération est possible. Avec des exercices et du repos, cela va mieux dans six semaines.",
  );
  expect(found.kandelMoles).toBeCloseTo(207 - 1.015 * (33 / 4) - 73.6 * (46 / 33), 6);
});

test("short sentences of short words read at a low grade, a learned one at a high grade", () => {
  expect(measure("en", plain).grade).toBeLessThanOrEqual(8);
  expect(measure("en", learned).grade).toBeGreaterThanOrEqual(18);
});

test("below thirty sentences it is an estimate, and below thirty words it is nothing", () => {
  expect(measure("en", plain).isEstimate).toBe(true);
  const thirty = Array.from({ length: 30 }, () => "The cat sat down.").join(" ");
  // Flesch-Kincaid -2.2; no long word: SMOG 3.1.
  expect(measure("en", thirty)).toMatchObject({ isEstimate: false, grade: 3 });
  expect(createReadability("en")("Multidisciplinary reconsideration.").measure).toEqual({
    language: "too-short",
  });
  expect(createReadability("en")("")).toEqual({
    measure: { language: "too-short" },
    longSentences: 0,
    longParagraphs: 0,
  });
});

test("for Arabic, and for any language without a formula here, none is computed", () => {
  for (const language of ["ar", "sv", "", "x-klingon"])
    expect(createReadability(language)(learned)).toEqual({
      measure: { language: "none" },
      longSentences: 0,
      longParagraphs: 0,
    });
});

test("a regional tag says the language all the same", () => {
  expect(createReadability("es-MX")(quijote).measure).toMatchObject({ language: "es" });
  expect(createReadability("EN-GB")(plain).measure).toMatchObject({ language: "en" });
});

test("long sentences and long paragraphs are counted; a number's point and a title end no sentence", () => {
  const read = createReadability("en");
  expect(read(learned).longSentences).toBe(1);
  const long = Array.from({ length: 26 }, () => "word").join(" ");
  expect(read(`Dr. Hallström saw 3.5 cm of ${long}.`).longSentences).toBe(1);
  expect(read(`J. Smith, i.e. Dr. Smith, saw ${long}. Rest.`).longSentences).toBe(1);
  expect(read(`${plain} ${plain} ${plain} ${plain}\n${plain}`).longParagraphs).toBe(1);
});

test("the lines of a list end their sentences without a full stop", () => {
  const item = "walk each day for half an hour at a pace that lets you talk";
  expect(createReadability("en")(`${item}\n${item}`).longSentences).toBe(0);
  expect(createReadability("en")(`${item} and ${item}`).longSentences).toBe(1);
});

test("a text that is read again has the figures of the text as it is now", () => {
  const read = createReadability("en");
  read(`${plain}\n${learned}`);
  expect(read(`${plain}\n${plain}`)).toEqual(createReadability("en")(`${plain}\n${plain}`));
});
