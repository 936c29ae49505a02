import type { Report } from "@consilium/report";
import { type ReactNode, useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { dateWords } from "../record/record-words.ts";

/** What the opinion relies on: sources, records, what was not there, reasons. */
export function ReportLists({ report }: { readonly report: Report }) {
  const t = useTranslations("report");
  const format = useFormatter();
  const { references, records } = report;
  return (
    <>
      <References references={references} />
      <List title={t("reviewed", { count: records.length })} empty={records.length === 0}>
        {records.map(({ id, title, date, source }) => (
          <li key={id} dir="auto">
            {[title, dateWords(format, date), source].filter(Boolean).join(" · ")}
          </li>
        ))}
      </List>
      <Open report={report} />
    </>
  );
}

function References({ references }: Pick<Report, "references">) {
  const t = useTranslations("report");
  return (
    <List title={t("references")} empty={references.length === 0} isNumbered>
      {references.map(({ id, text, doi, pmid, url }) => (
        <li key={id}>
          <span dir="auto">{text}</span>{" "}
          {doi && <Address href={`https://doi.org/${doi}`}>{t("doi", { doi })}</Address>}{" "}
          {pmid && <Address href={`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`}>{t("pmid", { pmid })}</Address>}{" "}
          {url && <Address href={url}>{url}</Address>}
        </li>
      ))}
    </List>
  );
}

/** What was not there, and what was open when it was signed. */
function Open({ report: { missing, reasons } }: { readonly report: Report }) {
  const t = useTranslations("report");
  return (
    <>
      <List title={t("missing")} empty={missing.length === 0}>
        {missing.map(({ name, because }) => (
          <li key={name} dir="auto">
            {because ? `${name}: ${because}` : name}
          </li>
        ))}
      </List>
      <List title={t("reasons")} empty={reasons.length === 0}>
        {reasons.map(({ point, reason }) => (
          <li key={point} dir="auto">
            {point}: {reason}
          </li>
        ))}
      </List>
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly empty: boolean;
  readonly isNumbered?: boolean;
  readonly children: ReactNode;
}

function List({ title, empty, isNumbered = false, children }: ListProps) {
  const heading = useId();
  if (empty) return null;
  return (
    <section className="report-list" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {isNumbered ? <ol>{children}</ol> : <ul>{children}</ul>}
    </section>
  );
}

const Address = ({ href, children }: { readonly href: string; readonly children: string }) => (
  <a href={href} rel="noreferrer noopener" target="_blank">
    {children}
  </a>
);
