import { contradictionsIn, createMentionReader, type Mention } from "./contradictions.ts";
import { isEnglish } from "./english.ts";
import type { Rule } from "./rule.ts";

/** What is measured in millimetres or centimetres. */
const measured = [
  "abscess",
  "adenoma",
  "aneurysm",
  "aorta",
  "calculus",
  "collection",
  "cyst",
  "extrusion",
  "haematoma",
  "hematoma",
  "herniation",
  "lesion",
  "mass",
  "metastasis",
  "node",
  "nodule",
  "polyp",
  "protrusion",
  "stone",
  "tumor",
  "tumour",
].join("|");

const number = String.raw`\d{1,3}(?:\.\d{1,2})?`;
/** "34 mm", "3.4 × 2.1 cm", "34-mm"; no area, volume or speed. */
const size = String.raw`(${number}(?:\s?(?:[x×]|by)\s?${number}){0,2})[\s-]?(mm|cm)\b(?![²³^/])`;

/** "a 34 mm cystic lesion": at most two words between. */
const before = new RegExp(
  String.raw`\b${size}[\s-](?:(?!(?:from|to|of|in|into|at|below|above|beside|and|or)\b)[a-z-]+\s){0,2}?(${measured})s?\b`,
  "giu",
);

/** "the lesion measures 34 mm", "nodule of 3.4 cm". Not "the lesion 34 mm from the vein". */
const behind = new RegExp(
  String.raw`\b(${measured})s?,?\s\(?(?:(?:of|is|was|has|a|now|about|measures|measured|measuring|diameter|size)\s){0,4}${size}(?!\s(?:from|to|below|above|beside|away|distal|proximal|deep|apart))`,
  "giu",
);

const mentionsOf = (line: string): readonly Mention[] => [
  ...[...line.matchAll(before)].flatMap(([, sizes, unit, subject]) => sizesOf(subject, sizes, unit)),
  ...[...line.matchAll(behind)].flatMap(([, subject, sizes, unit]) => sizesOf(subject, sizes, unit)),
];

/** In hundredths of a millimetre: whole numbers. */
const sizesOf = (subject = "", sizes = "", unit = ""): readonly Mention[] =>
  [...sizes.matchAll(new RegExp(number, "g"))].map(([value]) => ({
    subject: subject.toLowerCase(),
    value: String(Math.round(Number(value) * (unit.toLowerCase() === "cm" ? 1000 : 100))),
    words: `${sizes} ${unit}`,
  }));

/** The same figures at ten times the size. Of one figure alone nothing is said: 3 mm and 30 mm are two things as likely. */
const slipOf = (value: string): string | undefined =>
  value.replace(/0+$/, "").length > 1 ? `${value}0` : undefined;

/**
 * A size that a section gives ten times as large or as small as another one: 34 mm and 3.4 mm, 34 mm and 34 cm, each of a thing of
 * the same name. Where a section has both, both are meant. English only.
 */
export function createSizeDiffers(): Rule {
  const read = createMentionReader(mentionsOf);
  return (content, context) =>
    isEnglish(context)
      ? contradictionsIn(read(content), slipOf).map(({ subject, section, words }) => ({
          rule: "size-differs",
          level: "look",
          state: "open",
          target: { section, words },
          name: `${subject}, ${words}`,
        }))
      : [];
}
