import { anyOther, contradictionsIn, createMentionReader, type Mention } from "./contradictions.ts";
import { isEnglish } from "./english.ts";
import type { Rule } from "./rule.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month = `(?:${months.join("|")})[a-z]{0,6}`;

/** "2025-03-12", "12 March 2025", "12th of Mar 2025", "March 12, 2025". Digits alone with strokes are read differently by country. */
const day = String.raw`(\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?${month},?\s\d{4}|${month}\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})`;

/** Operations by their own names; "operation", "biopsy" and "resection" are done more than once. */
const operation = String.raw`\b([a-z]{3,20}(?:ectomy|otomy|ostomy|plasty|desis)|fusion)`;

/** "laminectomy on 12 March 2025", "the fusion was done on 2025-03-12". */
const mention = new RegExp(
  String.raw`${operation},?\s\(?(?:(?:was|were|done|performed|carried|out|on|of|dated)\s){0,5}${day}\b`,
  "giu",
);

const mentionsOf = (line: string): readonly Mention[] =>
  [...line.matchAll(mention)].flatMap(([, subject = "", words = ""]) => {
    const value = dayOf(words.toLowerCase());
    return value === undefined ? [] : [{ subject: subject.toLowerCase(), value, words }];
  });

/** As ISO 8601; undefined: there is no such day. */
function dayOf(words: string): string | undefined {
  if (/^\d{4}-/.test(words)) return words;
  const named = months.findIndex((name) => words.includes(name)) + 1;
  const [first = "", second = ""] = words.match(/\d+/g) ?? [];
  const date = `${second}-${String(named).padStart(2, "0")}-${first.padStart(2, "0")}`;
  return Number(first) >= 1 && Number(first) <= 31 ? date : undefined;
}

/**
 * An operation that one section has on one day and another section on another, each of them over. Where a section gives two days of
 * it, it was done twice, and nothing is said. English only.
 */
export function createOperationDateDiffers(): Rule {
  const read = createMentionReader(mentionsOf);
  return (content, context) => {
    if (!isEnglish(context)) return [];
    const once = [...read(content)].filter(([, places]) =>
      places.every(
        ({ values }) => values.size === 1 && [...values.keys()].every((on) => on <= context.today),
      ),
    );
    return contradictionsIn(new Map(once), anyOther).map(({ subject, section, words }) => ({
      rule: "operation-date-differs",
      level: "look",
      state: "open",
      target: { section, words },
      name: `${subject}, ${words}`,
    }));
  };
}
