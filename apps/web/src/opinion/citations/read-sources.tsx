import { citationLimits, type CitationsRead, vancouver } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import type { SourceToAdd } from "./sources-to-add.ts";

export interface ReadSourcesProps {
  readonly read: CitationsRead;
  readonly found: readonly SourceToAdd[];
}

/** What a text holds: its sources, and line by line what was not understood. */
export function ReadSources({ read, found }: ReadSourcesProps) {
  const t = useTranslations("citation");
  if (read.form === "none")
    return (
      <output className="source-refused">
        {t(`refused.${read.reason}`, { most: citationLimits.sources })}
      </output>
    );
  return (
    <section className="read-sources" aria-label={t("found", { count: found.length })}>
      <h3>{t("found", { count: found.length })}</h3>
      <ol>
        {found.map(({ citation, known }) => (
          <li key={vancouver(citation)} data-known={known !== undefined || undefined}>
            {vancouver(citation)}
            {citation.retracted && <b> {t("retracted")}</b>}
            {known !== undefined && <small> {t("known", { number: known })}</small>}
          </li>
        ))}
      </ol>
      {read.notUnderstood.length > 0 && (
        <>
          <h3>{t("notUnderstood", { count: read.notUnderstood.length })}</h3>
          <ul>
            {read.notUnderstood.map(({ line, text, fault }) => (
              <li key={`${line} ${fault} ${text}`}>
                {t(`fault.${fault}`, { line })} {text !== "" && <q>{text.slice(0, longestQuote)}</q>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const longestQuote = 120;
