import { imagingNamedIn } from "./imaging-words.ts";

/**
 * "Unchanged", "no (significant, interval, …) change", "has not changed", "stable since", "remains stable", "stable in size". Not
 * "stable" alone (a fracture, a segment and a patient are), nor kinds of changes ("no degenerative changes", "no signal change").
 */
const sameAsBefore =
  /\bunchanged\b|\bno(?:\s+(?:interval|significant|relevant|definite|further|measurable|appreciable|substantial))?\s+change\b(?!\s+(?:in|of)\s+signal)|\b(?:has|have)\s+not\s+changed\b|\bstable\s+(?:since|compared|in\s+(?:size|appearance))\b|\bremain(?:s|ed)?\s+stable\b/i;

const months =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** A year, a day of a month, or a date in digits. */
const dated = new RegExp(
  String.raw`\b(?:19|20)\d\d\b|\b\d{1,2}\s+${months}\b|\b${months}\s+\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b`,
  "i",
);

const study =
  /\b(?:stud(?:y|ies)|scans?|films?|imag(?:es|ing)|exam(?:s|inations?)?|tracings?|biops(?:y|ies)|views?)\b/i;

/** Of a link to a record the words hold nothing: what it follows ends here. */
const linked = /\b(?:since|with|to|from|than|of|on)\s*(?:[.,;:)]|$)/i;

/** The words that say that something is as it was; undefined: there are none. */
export const unchangedIn = (words: string): string | undefined => sameAsBefore.exec(words)?.[0];

/** Whether these words name an earlier study with its date, or link to one. */
export const isComparisonNamed = (words: string): boolean =>
  linked.test(words) || (dated.test(words) && (study.test(words) || imagingNamedIn(words).length > 0));
