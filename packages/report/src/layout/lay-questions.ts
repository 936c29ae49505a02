import type { ReportQuestion } from "../report.ts";
import type { Block } from "../text.ts";
import { labelled, paragraph, runIn, text } from "./blocks.ts";
import type { LayPart } from "./part-source.ts";
import type { Words } from "./words.ts";

export const layQuestions: LayPart = ({ report, words }) =>
  report.questions.flatMap((question) => layQuestion(question, words));

function layQuestion(
  { number, text: asked, withdrawnAt, answer }: ReportQuestion,
  { t }: Words,
): readonly Block[] {
  const lead = number === null ? asked : `${number}. ${asked}`;
  const withdrawn =
    withdrawnAt === null ? [] : [paragraph(text(t("printed.withdrawn", { at: new Date(withdrawnAt) })))];
  const said = answer
    ? [...answer.text, ...labelled(t("printed.cannot"), answer.cannot)]
    : withdrawnAt === null
      ? [paragraph(text(t("printed.noAnswer")))]
      : [];
  return runIn(
    lead,
    withdrawnAt === null ? said : [...withdrawn, ...labelled(t("printed.answeredBefore"), said)],
  );
}
