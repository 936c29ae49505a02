import { createChecker, type OpinionContent, type OpinionContext } from "@consilium/clinical";
import type { ReportInput } from "@consilium/report";
import { plainTextOf, type RichDocument } from "@consilium/workspace";
import type { Figure } from "../measuring/figures.ts";
import { quantile, spreadOf } from "../measuring/spread.ts";

const edits = 200;

/** What a key costs the rules: of an opinion of that length, after each word that is added to one section. */
export function measureWriting(input: ReportInput, rounds: number): readonly Figure[] {
  const content = contentOf(input);
  const context = contextOf(input);
  const figures = (name: string, words: string, section: string, atMost: number): readonly Figure[] => {
    const costs = Array.from({ length: rounds }, () => editCosts(content, context, section));
    const figure = (part: number): Figure => ({
      name: `${name}-${part * 100}`,
      words: `${words}, ${part * 100} of 100 within`,
      unit: "ms",
      ours: spreadOf(costs.map((round) => quantile(round, part))),
      target: { atMost },
    });
    return [figure(0.5), figure(0.95)];
  };
  return [
    ...figures("completeness", "completeness, an edit of the findings", "findings", 5),
    ...figures("readability", "readability, an edit of the plain words", "plain", 10),
  ];
}

function editCosts(content: OpinionContent, context: OpinionContext, section: string): readonly number[] {
  const check = createChecker();
  check(content, context);
  let text = content.sections[section] ?? "";
  return Array.from({ length: edits }, (_, edit) => {
    const at = text.indexOf(".", Math.floor((text.length * edit) / edits));
    text = `${text.slice(0, at)} once more${text.slice(at)}`;
    const began = performance.now();
    check({ ...content, sections: { ...content.sections, [section]: text } }, context);
    return performance.now() - began;
  });
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
  questions: questions.map(({ id, rank, text, withdrawnAt }) => ({
    id,
    rank,
    text,
    withdrawn: withdrawnAt !== null,
  })),
  missingRecords: missing.map(({ name }) => name),
  imaging: new Map(),
  today: "2026-12-01",
  born: null,
  language,
  discussed: new Set(),
});
