import { createChecker, type OpinionContent, type OpinionContext } from "@consilium/clinical";
import type { ReportInput } from "@consilium/report";
import { plainTextOf, type RichDocument } from "@consilium/workspace";
import type { Figure } from "../measuring/figures.ts";
import { quantile, spreadOf } from "../measuring/spread.ts";

const edits = 200;

/** What a key costs the rules: of an opinion of that length, after each word that is added to one section. */
export function measureWriting(input: ReportInput, rounds: number): readonly Figure[] {
  const content = contentOf(input);
  const figure = (name: string, words: string, section: string, atMost: number): Figure => ({
    name,
    words,
    unit: "ms",
    ours: spreadOf(Array.from({ length: rounds }, () => editCost(content, contextOf(input), section))),
    target: { atMost },
  });
  return [
    figure("completeness", "completeness, an edit of the findings, 95 of 100 within", "findings", 5),
    figure("readability", "readability, an edit of the plain words, 95 of 100 within", "plain", 10),
  ];
}

function editCost(content: OpinionContent, context: OpinionContext, section: string): number {
  const check = createChecker();
  check(content, context);
  let text = content.sections[section] ?? "";
  const costs: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const at = text.indexOf(".", Math.floor((text.length * edit) / edits));
    text = `${text.slice(0, at)} once more${text.slice(at)}`;
    const began = performance.now();
    check({ ...content, sections: { ...content.sections, [section]: text } }, context);
    costs.push(performance.now() - began);
  }
  return quantile(costs, 0.95);
}

const contentOf = ({ opinion }: ReportInput): OpinionContent => ({
  sections: Object.fromEntries(
    Object.entries(opinion.sections).map(([name, text]) => [name, plainTextOf(text)]),
  ),
  items: opinion.items.map(({ id, kind, rank, fields }) => ({
    id,
    kind,
    rank,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, isRich(value) ? plainTextOf(value) : value]),
    ),
  })),
});

const isRich = (value: unknown): value is RichDocument =>
  typeof value === "object" && value !== null && "type" in value && value.type === "doc";

const contextOf = ({ questions, missing, language }: ReportInput): OpinionContext => ({
  questions: questions.map(({ id, rank, withdrawnAt }) => ({ id, rank, withdrawn: withdrawnAt !== null })),
  missingRecords: missing.map(({ name }) => name),
  year: 2026,
  language,
  discussed: new Set(),
});
