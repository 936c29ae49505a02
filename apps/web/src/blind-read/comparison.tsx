import { type BothWords, type ComparedFinding, compareReads, numberQuestions } from "@consilium/clinical";
import { opinionContent, sectionsOf } from "@consilium/workspace";
import { type ReactNode, useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Doc } from "yjs";
import type { OpinionSummary } from "../case/case-api.ts";
import { useCase, usePeople } from "../case/case-context.ts";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";
import { useDocChanges } from "../patient/use-doc-changes.ts";
import { PriorPlan } from "./prior-plan.tsx";

interface Reading {
  readonly opinion: OpinionSummary;
  readonly doc: Doc;
}

export interface ComparisonProps {
  /** What was read blind; it does not change any more. */
  readonly own: Reading;
  readonly lead: Reading;
}

/** Question by question and finding by finding, both readings beside each other. */
export function Comparison({ own, lead }: ComparisonProps) {
  const t = useTranslations("blindRead.comparison");
  const { detail } = useCase();
  useDocChanges(lead.doc);
  const questions = numberQuestions(detail.questions).map(({ question }) => question);
  const compared = compareReads(
    opinionContent(own.doc),
    opinionContent(lead.doc),
    questions.map(({ id }) => id),
  );
  const names = { own: useNames(own.opinion), lead: useNames(lead.opinion) };
  return (
    <article className="report comparison">
      <h1>{t("title")}</h1>
      <p className="report-quiet">{t("lede", names)}</p>
      <Findings findings={compared.findings} names={names} />
      {compared.answers.map(({ question, ...both }) => (
        <Beside
          key={question}
          title={questions.find(({ id }) => id === question)?.text ?? ""}
          both={both}
          names={names}
        />
      ))}
      {compared.sections.map(({ section, ...both }) => (
        <Beside key={section} title={<SectionName name={section} />} both={both} names={names} />
      ))}
      <PriorPlan />
    </article>
  );
}

interface Names {
  readonly own: string;
  readonly lead: string;
}

function useNames({ authors }: OpinionSummary): string {
  const people = usePeople();
  const format = useFormatter();
  return format.list(authors.flatMap((seat) => people.get(seat)?.name ?? []));
}

function SectionName({ name }: { readonly name: string }) {
  const t = useTranslations("opinion.section");
  const section = sectionsOf("opinion").find((one) => one === name);
  return section ? t(section) : name;
}

interface FindingsProps {
  readonly findings: readonly ComparedFinding[];
  readonly names: Names;
}

function Findings({ findings, names }: FindingsProps) {
  const t = useTranslations("blindRead.comparison");
  const heading = useId();
  const columns = [t("of"), t("ownRead", { name: names.own }), names.lead, t("first"), t("difference")];
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t("findings")}</h2>
      <table className="report-rows">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <FindingRow key={finding.id} finding={finding} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FindingRowProps {
  readonly finding: ComparedFinding;
  readonly columns: readonly string[];
}

function FindingRow({ finding, columns }: FindingRowProps) {
  const t = useTranslations("blindRead.comparison");
  const say = useTranslations("blindRead");
  const { of, own, lead, first, difference, consequence } = finding;
  const words = [difference && say(`comparison.differences.${difference}`), consequence]
    .filter(Boolean)
    .join(": ");
  const cells: readonly ReactNode[] = [
    of || t("notSaid"),
    own ?? t("notWritten"),
    lead ?? t("notWritten"),
    first || t("notSaid"),
    difference === null ? (
      t("notSaid")
    ) : difference === "agrees" ? (
      <StateGlyph state="done">{words}</StateGlyph>
    ) : (
      <SeverityGlyph severity={difference === "major" ? "must" : "advice"}>{words}</SeverityGlyph>
    ),
  ];
  return (
    <tr>
      {cells.map((cell, at) => (
        <td key={columns[at]} data-label={columns[at]} dir="auto">
          {cell}
        </td>
      ))}
    </tr>
  );
}

interface BesideProps {
  readonly title: ReactNode;
  readonly both: BothWords;
  readonly names: Names;
}

function Beside({ title, both, names }: BesideProps) {
  const t = useTranslations("blindRead.comparison");
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} dir="auto">
        {title}
      </h2>
      <div className="comparison-both">
        <div>
          <h3>{t("ownRead", { name: names.own })}</h3>
          <Words text={both.own} />
        </div>
        <div>
          <h3>{names.lead}</h3>
          <Words text={both.lead} />
        </div>
      </div>
    </section>
  );
}

function Words({ text }: { readonly text: string | null }) {
  const t = useTranslations("blindRead.comparison");
  if (text === null) return <p className="report-quiet">{t("notWritten")}</p>;
  return text.split("\n").map((line, at) => (
    <p key={at} dir="auto">
      {line}
    </p>
  ));
}
