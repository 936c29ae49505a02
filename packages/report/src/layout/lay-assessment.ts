import type { ReportDifferential } from "../report.ts";
import type { Block } from "../text.ts";
import { heading, labelled, line, withPlaces } from "./blocks.ts";
import type { LayPart } from "./part-source.ts";
import type { Words } from "./words.ts";

export const layAssessment: LayPart = ({ report, words }) => [
  ...report.sections.assessment,
  ...report.differentials.flatMap((differential) => layDifferential(differential, words)),
];

const layDifferential = (differential: ReportDifferential, { t }: Words): readonly Block[] => [
  heading(differential.name),
  ...withPlaces(
    [
      ...labelled(t("printed.for"), differential.for),
      ...labelled(t("printed.against"), differential.against),
      ...labelled(t("printed.discriminates"), differential.discriminates),
      ...labelled(t("printed.confidence"), line(differential.confidence)),
    ],
    differential.places,
  ),
];
