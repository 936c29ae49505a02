import { noonOf } from "@consilium/foundation";
import type { ReportRecommendation } from "../report.ts";
import type { Block } from "../text.ts";
import { labelled, line, paragraph, text } from "./blocks.ts";
import type { Grid } from "./layout.ts";
import type { LayPart } from "./part-source.ts";
import { capital, type Words } from "./words.ts";

/** The table that is acted on; below it what each rests on and what would change it; then what was written besides. */
export const layRecommendations: LayPart = ({ report, words }) => [
  ...(report.recommendations.length > 0 ? [tableOf(report.recommendations, words)] : []),
  ...report.recommendations.flatMap((recommendation) => groundsOf(recommendation, words)),
  ...report.sections.recommendations,
];

const tableOf = (recommendations: readonly ReportRecommendation[], words: Words): Grid => ({
  type: "grid",
  columns: [
    { title: words.t("printed.number"), share: 2 },
    { title: words.t("printed.action"), share: 15 },
    { title: words.t("printed.owner"), share: 8 },
    { title: words.t("printed.when"), share: 8 },
    { title: words.t("printed.strengthCertainty"), share: 9 },
  ],
  rows: recommendations.map((recommendation) => [
    line(String(recommendation.number)),
    recommendation.action,
    line(ownerOf(recommendation, words)),
    line(whenOf(recommendation, words)),
    line(weightOf(recommendation, words)),
  ]),
});

function ownerOf({ owner }: ReportRecommendation, { t }: Words): string {
  if (!owner) return t("printed.nobody");
  const name = owner.workplace === null ? owner.name : `${owner.name}, ${owner.workplace}`;
  return owner.hasLeft ? t("printed.hasLeft", { name }) : name;
}

/** A due day is that day everywhere: it is written out before the sentence, which has a zone. It is not broken over lines. */
function whenOf({ urgency, due }: ReportRecommendation, { t, date }: Words): string {
  const day =
    due === null || Number.isNaN(noonOf(due).getTime())
      ? ""
      : t("printed.byDay", { day: date(due).replaceAll(" ", "\u00A0") });
  return capital([urgency, day].filter((part) => part !== "").join(", "));
}

function weightOf({ strength, certainty }: ReportRecommendation, { t }: Words): string {
  const strong = strength === null ? "" : t(`printed.strength.${strength}`);
  return capital([strong, certainty].filter((part) => part !== "").join(", "));
}

function groundsOf(
  { number, changes, reason, references }: ReportRecommendation,
  { t }: Words,
): readonly Block[] {
  const sources =
    references.length === 0
      ? []
      : [paragraph(text(`${t("printed.sources")} `, true), text(references.join(", ")))];
  const grounds = [
    ...labelled(t("printed.reason"), reason),
    ...labelled(t("printed.changes"), changes),
    ...sources,
  ];
  return grounds.length === 0 ? [] : [{ type: "list", start: number, items: [grounds] }];
}
