import { bySection } from "./by-section.ts";
import { cleanLines } from "./clean-lines.ts";
import { factsOf } from "./facts.ts";
import { headlineOf } from "./headline.ts";
import { differentialsOf, findingsOf, optionsOf, redFlagsOf } from "./items/item-parts.ts";
import { readItems } from "./items/read-items.ts";
import { recommendationsOf } from "./items/recommendations.ts";
import { openReferences } from "./items/references.ts";
import { pick } from "./pick.ts";
import { openPlaces, type Places } from "./places.ts";
import { answersOf, strayAnswers } from "./questions.ts";
import type { ImageLeftOutInput, KeyImageInput, ReportInput } from "./report-input.ts";
import type { ImageLeftOut, KeyImage, Report, ReportSection } from "./report.ts";
import { textOf } from "./rich/text-of.ts";
import type { Block } from "./text.ts";

/**
 * The report of an opinion: pure, the same value for the same input. Letters of places and numbers of references follow the
 * order in which the page is read, so the parts are read here in that order. Throws a RangeError where the input is not
 * whole: the record of a place, or the seat of an owner, was not handed in.
 */
export function buildReport(input: ReportInput): Report {
  const places = openPlaces(input);
  const items = readItems(input.opinion.items, places.placeOf);
  const references = openReferences(items);
  const sections = new Map<ReportSection, readonly Block[]>();
  const read = (...names: readonly ReportSection[]): void => {
    for (const name of names) sections.set(name, textOf(input.opinion.sections[name], places.placeOf));
  };

  const questions = answersOf(input.questions, items);
  read("question");
  const recommendations = recommendationsOf(items, input.owners, references.numberOf);
  read("recommendations");
  const findings = findingsOf(items, input.contacts);
  const keyImages = input.keyImages.map((image) => keyImageOf(image, places));
  const imagesLeftOut = input.imagesLeftOut.map((image) => leftOutOf(image, places));
  const redFlags = redFlagsOf(items);
  read("redflags", "limitations", "answers");
  const stray = strayAnswers(input.questions, items);
  const options = optionsOf(items);
  read("options", "assessment");
  const differentials = differentialsOf(items);
  read("summary", "findings", "records", "followup", "plain");
  const section = (name: ReportSection): readonly Block[] => sections.get(name) ?? [];
  return cleanLines({
    form: "report/1",
    ...factsOf(input),
    headline: input.headline ?? headlineOf(section("question"), input.case.title),
    questions,
    sections: { ...bySection(section), answers: [...section("answers"), ...stray] },
    findings,
    differentials,
    options,
    recommendations,
    redFlags,
    references: references.all(),
    places: places.all(keyImages),
    keyImages,
    ...(imagesLeftOut.length > 0 && { imagesLeftOut }),
  });
}

const leftOutOf = ({ words, because, evidence }: ImageLeftOutInput, { placeOf }: Places): ImageLeftOut => ({
  words,
  because,
  letter: placeOf(evidence)?.letter ?? null,
});

const keyImageOf = (image: KeyImageInput, { placeOf }: Places): KeyImage => ({
  ...pick(image, ["id", "mediaType", "sha256", "width", "height", "alt", "caption"]),
  letter: image.evidence === null ? null : (placeOf(image.evidence)?.letter ?? null),
});
