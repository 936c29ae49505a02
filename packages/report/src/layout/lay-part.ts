import { note, text } from "./blocks.ts";
import { layAddenda } from "./lay-addenda.ts";
import { layAssessment } from "./lay-assessment.ts";
import { layComparison } from "./lay-comparison.ts";
import { layImages } from "./lay-images.ts";
import { layOptions } from "./lay-options.ts";
import { layPlaces } from "./lay-places.ts";
import { layQuestions } from "./lay-questions.ts";
import { layRecommendations } from "./lay-recommendations.ts";
import { layRecords } from "./lay-records.ts";
import { layRedFlags } from "./lay-red-flags.ts";
import { layReferences } from "./lay-references.ts";
import { laySigning } from "./lay-signing.ts";
import { layUrgent } from "./lay-urgent.ts";
import type { LayoutBlock, PartId } from "./layout.ts";
import type { LayPart, PartSource } from "./part-source.ts";

const lays: Readonly<Record<PartId, LayPart>> = {
  questions: layQuestions,
  question: ({ report }) => report.sections.question,
  urgent: layUrgent,
  recommendations: layRecommendations,
  comparison: layComparison,
  images: layImages,
  redflags: layRedFlags,
  answers: ({ report }) => (report.sections.answers.length > 0 ? report.sections.answers : undefined),
  limitations: ({ report, words }) => [...report.sections.limitations, note(text(words.t("printed.remote")))],
  options: layOptions,
  assessment: layAssessment,
  summary: ({ report }) => report.sections.summary,
  findings: ({ report }) => report.sections.findings,
  records: layRecords,
  followup: ({ report }) => report.sections.followup,
  references: layReferences,
  places: layPlaces,
  plain: ({ report }) => report.sections.plain,
  signing: laySigning,
  addenda: layAddenda,
};

export const layPart = (id: PartId, source: PartSource): readonly LayoutBlock[] | undefined =>
  lays[id](source);
