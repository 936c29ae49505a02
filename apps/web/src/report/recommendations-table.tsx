import { capital, type Report, type ReportRecommendation } from "@consilium/report";
import { useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { dateWords } from "../record/record-words.ts";
import { FeasibilityCell } from "./feasibility-cell.tsx";
import { Blocks } from "./report-words.tsx";

export interface RecommendationsTableProps {
  readonly report: Report;
  /** The opinion's id; undefined: nothing is said of what can be done. */
  readonly opinion: string | undefined;
}

/** What is advised, who does it by when, and what those who treat the patient say of it. */
export function RecommendationsTable({ report, opinion }: RecommendationsTableProps) {
  const t = useTranslations("report");
  const heading = useId();
  const { recommendations, sections } = report;
  if (recommendations.length === 0 && sections.recommendations.length === 0) return null;
  const place = report.askedBy[0]?.workplace;
  const columns = [t("action"), t("owner"), t("when"), t("strength")];
  if (opinion !== undefined) columns.push(place ? t("at", { place }) : t("atPlace"));
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t("recommendations")}</h2>
      <Blocks blocks={sections.recommendations} />
      {recommendations.length > 0 && (
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
            {recommendations.map((one) => (
              <Row key={one.id} one={one} columns={columns} opinion={opinion} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface RowProps {
  readonly one: ReportRecommendation;
  readonly columns: readonly string[];
  readonly opinion: string | undefined;
}

function Row({ one, columns, opinion }: RowProps) {
  const t = useTranslations("report");
  const format = useFormatter();
  const { owner, urgency, due, strength, certainty } = one;
  const when = inOneLine(urgency, due && t("by", { day: dateWords(format, due, "day") }));
  const weight = inOneLine(strength && t(`strengths.${strength}`), certainty);
  return (
    <tr>
      <td data-label={columns[0]}>
        <Action one={one} />
      </td>
      <td data-label={columns[1]}>{owner ? ownerWords(t, owner) : t("notSaid")}</td>
      <td data-label={columns[2]}>{when || t("notSaid")}</td>
      <td data-label={columns[3]}>{weight || t("notSaid")}</td>
      {opinion !== undefined && (
        <td data-label={columns[4]}>
          <FeasibilityCell opinion={opinion} item={one.id} />
        </td>
      )}
    </tr>
  );
}

/** As a sentence begins: an urgency is kept in small letters. */
const inOneLine = (...parts: readonly (string | null)[]): string => capital(parts.filter(Boolean).join(", "));

function Action({ one }: Pick<RowProps, "one">) {
  const t = useTranslations("report");
  const format = useFormatter();
  const { number, action, changes, reason, references } = one;
  return (
    <div className="report-action">
      <span className="num">{number}</span>
      <div>
        <Blocks blocks={action} />
        <Blocks blocks={reason} />
        {changes.length > 0 && <p className="report-quiet">{t("changes")}</p>}
        <Blocks blocks={changes} />
        {references.length > 0 && (
          <p className="report-quiet">{t("sources", { numbers: format.list(references.map(String)) })}</p>
        )}
      </div>
    </div>
  );
}

const ownerWords = (
  t: ReturnType<typeof useTranslations<"report">>,
  { name, hasLeft }: NonNullable<ReportRecommendation["owner"]>,
): string => (hasLeft ? t("hasLeft", { name }) : name);
