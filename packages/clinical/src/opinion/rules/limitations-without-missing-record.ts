import { stateOf } from "./check.ts";
import { type Rule, textOfSection } from "./rule.ts";

/** Words that many records have in their names. */
const general = new Set([
  "images",
  "image",
  "report",
  "reports",
  "notes",
  "record",
  "records",
  "with",
  "and",
  "the",
  "for",
]);

/**
 * Limitations that are written name each required record that is missing: by half of the words of its name, without those
 * that many records have. Whether what they say of it is enough, a person judges.
 */
export const limitationsWithoutMissingRecord: Rule = (content, { missingRecords }) => {
  const limitations = textOfSection(content, "limitations").toLowerCase();
  if (limitations === "") return [];
  return missingRecords.map((name) => ({
    rule: "limitations-without-missing-record",
    level: "look",
    state: stateOf(isNamedIn(limitations, name)),
    target: { section: "limitations" },
    name,
  }));
};

function isNamedIn(text: string, name: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [name.toLowerCase()];
  const own = words.filter((word) => !general.has(word));
  const telling = own.length > 0 ? own : words;
  const found = telling.filter((word) => text.includes(word.replace(/s$/u, "")));
  return found.length >= telling.length / 2;
}
