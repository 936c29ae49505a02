// What is computed beside a long opinion at each edit: `npm run bench -- writing [--rounds 40]`.
import { parseArgs } from "node:util";
import {
  createChecker,
  createReadability,
  createTermFinder,
  loadGlossary,
  type OpinionContent,
  type OpinionContext,
} from "@consilium/clinical";
import { type Figure, printFigures } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { longDraft, wordsOfText } from "./long-draft.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "40" } } });
const rounds = Number(values.rounds);
const most = { completeness: 5, readability: 10 };

/** Each round hands in another edit. The first is the opening, which is no edit. */
function figure(name: string, words: string, atMost: number, act: (round: number) => unknown): Figure {
  act(-1);
  const times = Array.from({ length: rounds }, (_, round) => {
    const begun = performance.now();
    act(round);
    return performance.now() - begun;
  });
  return { name, words, unit: "ms", ours: spreadOf(times), target: { atMost } };
}

const glossary = await loadGlossary("en");
if (!glossary) throw new Error("There is no glossary");
const draft = longDraft();
const context: OpinionContext = {
  questions: Array.from({ length: 40 }, (_, at) => ({
    id: `question ${at}`,
    rank: at,
    text: `Question ${at}?`,
    withdrawn: false,
  })),
  missingRecords: ["Liver MRI with contrast"],
  imaging: new Map(),
  today: "2026-12-01",
  born: null,
  language: "en",
  discussed: new Set(),
  findTerms: createTermFinder(glossary),
};

/** A word at the end of a section's last paragraph. */
const edited = (section: string, round: number): OpinionContent => ({
  ...draft,
  sections: { ...draft.sections, [section]: `${draft.sections[section]} more${round}` },
});

const check = createChecker();
const measured = (language: string, text: string, name: string, words: string) => {
  const read = createReadability(language);
  return figure(name, words, most.readability, (round) => read(`${text} more${round}`));
};
const plain = wordsOfText(6000);
const inOne = plain.replaceAll("\n", " ");
printFigures(
  "writing",
  [
    figure("completeness.summary", "all rules, a word in the case summary", most.completeness, (round) =>
      check(edited("summary", round), context),
    ),
    figure("completeness.plain", "all rules, a word in the plain summary", most.completeness, (round) =>
      check(edited("plain", round), context),
    ),
    measured("en", plain, "readability.en", "readability of 6,000 words, a word"),
    measured("en", inOne, "readability.one.en", "the same as one paragraph, English"),
    measured("es", inOne, "readability.one.es", "the same as one paragraph, Spanish"),
    measured("fr", inOne, "readability.one.fr", "the same as one paragraph, French"),
    measured("de", inOne, "readability.one.de", "the same as one paragraph, German"),
  ],
  { rounds },
);
