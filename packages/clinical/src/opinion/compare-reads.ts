import type { OpinionContent, OpinionItem } from "./opinion-content.ts";

/** A part of the opinion in the words of both; null: that one did not write it. */
export interface BothWords {
  readonly own: string | null;
  readonly lead: string | null;
}

export interface ComparedFinding extends BothWords {
  /** Of the finding that stands first: the lead one's, else the own one's. */
  readonly id: string;
  /** What it is of: "L4/L5, MRI"; empty where nobody said. */
  readonly of: string;
  /** What the first report said, and how far they differ from it. */
  readonly first: string;
  readonly difference: "agrees" | "minor" | "major" | null;
  readonly consequence: string;
}

export interface ComparedReads {
  /** By question, in the order of the questions. */
  readonly answers: readonly (BothWords & { readonly question: string })[];
  readonly findings: readonly ComparedFinding[];
  readonly sections: readonly (BothWords & { readonly section: string })[];
}

/** The parts in which two readings may differ, in the order in which they are read. */
const compared = ["question", "findings", "assessment", "options", "recommendations", "limitations"];

/** A reading that was blind beside the lead opinion. `questions`: their ids, in order. */
export const compareReads = (
  own: OpinionContent,
  lead: OpinionContent,
  questions: readonly string[],
): ComparedReads => ({
  answers: questions.flatMap((question) => {
    const both = { own: answerTo(own, question), lead: answerTo(lead, question) };
    return both.own === null && both.lead === null ? [] : [{ question, ...both }];
  }),
  findings: comparedFindings(findingsOf(own), findingsOf(lead)),
  sections: compared.flatMap((section) => {
    const both = { own: words(own.sections[section]), lead: words(lead.sections[section]) };
    return both.own === null && both.lead === null ? [] : [{ section, ...both }];
  }),
});

function answerTo({ items }: OpinionContent, question: string): string | null {
  const answers = items.filter(({ kind, fields }) => kind === "answer" && fields["question"] === question);
  const texts = answers.flatMap(({ fields }) => [words(fields["text"]), words(fields["cannot"])]);
  return words(texts.filter((text) => text !== null).join("\n"));
}

const findingsOf = ({ items }: OpinionContent): readonly OpinionItem[] =>
  items.filter(({ kind }) => kind === "finding").toSorted((one, other) => (one.rank < other.rank ? -1 : 1));

/** Findings of the same place, seen in the same way, stand beside each other; the others alone. */
function comparedFindings(own: readonly OpinionItem[], lead: readonly OpinionItem[]): ComparedFinding[] {
  const left = new Set(own);
  const pairs = lead.map((one) => {
    const key = keyOf(one);
    const other = key === "" ? undefined : [...left].find((finding) => keyOf(finding) === key);
    if (other) left.delete(other);
    return findingOf(one, other, one);
  });
  return [...pairs, ...Array.from(left, (one) => findingOf(one, one, undefined))];
}

function findingOf(
  shown: OpinionItem,
  own: OpinionItem | undefined,
  lead: OpinionItem | undefined,
): ComparedFinding {
  const { first, difference, consequence } = shown.fields;
  return {
    id: shown.id,
    of: [shown.fields["site"], shown.fields["modality"]].flatMap((part) => words(part) ?? []).join(", "),
    own: own ? words(own.fields["text"]) : null,
    lead: lead ? words(lead.fields["text"]) : null,
    first: words(first) ?? "",
    difference: isDifference(difference) ? difference : null,
    consequence: words(consequence) ?? "",
  };
}

/** Empty where the finding does not say of which place it is: then it cannot be told which one it stands beside. */
function keyOf({ fields }: OpinionItem): string {
  const site = words(fields["site"])?.toLowerCase();
  return site === undefined ? "" : `${site}|${words(fields["modality"])?.toLowerCase() ?? ""}`;
}

const isDifference = (value: unknown): value is "agrees" | "minor" | "major" =>
  value === "agrees" || value === "minor" || value === "major";

const words = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;
