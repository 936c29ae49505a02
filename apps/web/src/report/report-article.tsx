import "./report.css";
import type { Report, ReportSection } from "@consilium/report";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";
import { FindingsTable } from "./findings-table.tsx";
import { RecommendationsTable } from "./recommendations-table.tsx";
import { ReportImages } from "./report-images.tsx";
import { ReportLists } from "./report-lists.tsx";
import { Blocks, PlacesContext } from "./report-words.tsx";
import { UrgentFindings } from "./urgent-findings.tsx";
import type { ReportSummary } from "./use-report.ts";

export interface ReportArticleProps {
  readonly report: Report;
  /** The opinion's id. Undefined for whoever has no place in the case: then nothing leads into it. */
  readonly opinion: string | undefined;
  /** Of one that no longer stands, and the like. */
  readonly notice?: ReactNode;
  /** Where each of its pictures is, by its id. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Plain words first, for whom the report is about. */
  readonly isForPatient?: boolean;
  /** Of its urgent findings, as the case knows it now. */
  readonly takenOnSince?: ReportSummary["takenOnSince"];
  /** Read before it is signed: then nothing says that it was. */
  readonly isToBeSigned?: boolean;
}

/** A signed report, all of it, in the order in which a clinician reads: the answers first. */
export function ReportArticle({
  report,
  opinion,
  notice,
  pictures,
  isForPatient = false,
  takenOnSince = [],
  isToBeSigned = false,
}: ReportArticleProps) {
  const t = useTranslations("report");
  const { signedAt, version, headline } = report;
  const plain = <Part report={report} section="plain" />;
  return (
    <PlacesContext value={{ places: report.places, isInCase: opinion !== undefined }}>
      <article className="report" lang={report.language}>
        {!isToBeSigned && <DocumentTitle page={t("title")} />}
        <p className="report-about">
          {isToBeSigned ? t("toBeSigned", { version }) : t("about", { at: new Date(signedAt), version })}
        </p>
        <h1 dir="auto">{headline}</h1>
        {notice}
        <Standing report={report} isForPatient={isForPatient} isToBeSigned={isToBeSigned} />
        {isForPatient && plain}
        <Answers report={report} />
        <UrgentFindings report={report} takenOnSince={takenOnSince} />
        <RecommendationsTable report={report} opinion={opinion} />
        <FindingsTable report={report} />
        <ReportImages report={report} addresses={pictures} />
        {(["question", "summary", "findings", "assessment", "options"] as const).map((section) => (
          <Part key={section} report={report} section={section} />
        ))}
        {(["redflags", "limitations", "followup", "records"] as const).map((section) => (
          <Part key={section} report={report} section={section} />
        ))}
        {!isForPatient && plain}
        <ReportLists report={report} />
      </article>
    </PlacesContext>
  );
}

/** What a busy reader wants to know before the text. */
function Standing({
  report,
  isForPatient,
  isToBeSigned,
}: Required<Pick<ReportArticleProps, "report" | "isForPatient" | "isToBeSigned">>) {
  const t = useTranslations("report");
  const { signers, findings, replaces } = report;
  // What it means for them stands in their own words; a warning without them frightens.
  const major = isForPatient ? [] : findings.filter(({ difference }) => difference === "major");
  const told = major.filter(({ contacts }) => contacts.length > 0).length;
  return (
    <p className="report-standing">
      {!isToBeSigned && <StateGlyph state="done">{t("signedBy", { count: signers.length })}</StateGlyph>}
      {major.length > 0 && (
        <SeverityGlyph severity="must">{t("major", { count: major.length, told })}</SeverityGlyph>
      )}
      {replaces && <span>{t("replaces", { version: replaces.version, reason: replaces.reason })}</span>}
    </p>
  );
}

function Answers({ report: { questions, sections } }: { readonly report: Report }) {
  const t = useTranslations("report");
  const heading = useId();
  if (questions.length === 0 && sections.answers.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t("answers")}</h2>
      <Blocks blocks={sections.answers} />
      {questions.map(({ id, number, text, answer, withdrawnAt }) => (
        <div key={id} className="report-answer">
          <h3 dir="auto">
            {number === null ? "" : `${number}. `}
            {text}
          </h3>
          {withdrawnAt !== null && <p className="report-quiet">{t("withdrawn")}</p>}
          {answer && <Blocks blocks={answer.text} />}
          {answer && answer.cannot.length > 0 && (
            <>
              <p className="report-quiet">{t("cannot")}</p>
              <Blocks blocks={answer.cannot} />
            </>
          )}
        </div>
      ))}
    </section>
  );
}

interface PartProps {
  readonly report: Report;
  readonly section: ReportSection;
}

/** A section of the opinion with what stands below it; nothing where nobody wrote. */
function Part({ report, section }: PartProps) {
  const t = useTranslations("opinion");
  const heading = useId();
  const blocks = report.sections[section];
  const items = itemsIn(report, section);
  if (blocks.length === 0 && items.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t(`section.${section}`)}</h2>
      <Blocks blocks={blocks} />
      {items.map(({ id, title, words }) => (
        <div key={id} className="report-item">
          <h3 dir="auto">{title}</h3>
          <Blocks blocks={words} />
        </div>
      ))}
    </section>
  );
}

interface PartItem {
  readonly id: string;
  readonly title: string;
  readonly words: Report["sections"]["plain"];
}

/** Differential diagnoses, options and red flags; findings and recommendations have tables of their own. */
function itemsIn(report: Report, section: ReportSection): readonly PartItem[] {
  if (section === "assessment")
    return report.differentials.map(({ id, name, confidence, ...one }) => ({
      id,
      title: [name, confidence].filter(Boolean).join(", "),
      words: [...one.for, ...one.against, ...one.discriminates],
    }));
  if (section === "options")
    return report.options.map(({ id, label, name, text }) => ({
      id,
      title: [label, name].filter(Boolean).join(". "),
      words: text,
    }));
  if (section === "redflags")
    return report.redFlags.map(({ id, symptom, when, action }) => ({
      id,
      title: [symptom, when].filter(Boolean).join(", "),
      words: action,
    }));
  return [];
}
