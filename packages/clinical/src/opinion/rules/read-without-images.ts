import type { ImagingMethod } from "../../record/imaging-held.ts";
import { type Check, stateOf } from "./check.ts";
import { isEnglish } from "./english.ts";
import { imagingNamedIn } from "./imaging-words.ts";
import type { Rule } from "./rule.ts";
import { createSectionReader } from "./section-reader.ts";

/** "I have reviewed the MRI", "We looked at the slides ourselves", "independent reading of the CT". */
const claims =
  /\b(?:I|[Ww]e)\s+(?:have\s+)?(?:(?:independently|personally|myself|ourselves)\s+)?(?:(?:re-?)?read|(?:re-?)?reviewed|looked\s+at|viewed)\b|\b[Ii]ndependent(?:ly)?\s+(?:(?:re-?)?read(?:ing)?|review(?:ed)?)\b/;

/** A sentence with one of these says itself what was not read, or speaks of a report. */
const reservations = /\b(?:not?|never|without|only|unavailable|cannot|reports?)\b/i;

/**
 * A sentence that says that images were read, where only a report of them is there. English, in the texts of the sections; what
 * findings say has a rule of its own. Of a text that is read again, only lines that changed are.
 */
export function createReadWithoutImages(): Rule {
  const claimsOf = createSectionReader(claimsIn);
  return ({ sections }, context) =>
    isEnglish(context)
      ? Object.entries(sections).flatMap(([section, text]) =>
          claimsOf(section, text).flatMap(({ words, methods }): readonly Check[] => {
            const held = methods.map((method) => context.imaging.get(method));
            if (held.every((what) => what === undefined)) return [];
            const state = stateOf(!held.includes("report-only"));
            const target = { section, words };
            return [{ rule: "read-without-images", level: "look", state, target, name: words }];
          }),
        )
      : [];
}

interface Claim {
  readonly words: string;
  readonly methods: readonly ImagingMethod[];
}

const claimsIn = (line: string): readonly Claim[] =>
  (line.match(/[^.!?;]+/g) ?? []).flatMap((sentence) => {
    if (!claims.test(sentence) || reservations.test(sentence)) return [];
    const methods = imagingNamedIn(sentence);
    return methods.length === 0 ? [] : [{ words: sentence.trim(), methods }];
  });
