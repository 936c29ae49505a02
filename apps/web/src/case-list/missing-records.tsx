import { useFormatter, useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";

export interface MissingRecordsProps {
  readonly item: Pick<CaseListItem, "missing" | "state">;
}

/** What the case waits for, and what each of it blocks. That all is here is normal, so it has no colour but the tick's. */
export function MissingRecords({ item: { missing: gaps, state } }: MissingRecordsProps) {
  const t = useTranslations("caseList");
  const names = useTranslations("inventory");
  if (gaps.length === 0 && state === "draft")
    return <StateGlyph state="not-begun">{t("noneAsked")}</StateGlyph>;
  if (gaps.length === 0)
    return (
      <span className="case-complete">
        <StateGlyph state="done">{t("allHere")}</StateGlyph>
      </span>
    );
  return (
    <ul className="case-gaps">
      {gaps.map((gap, at) => (
        <li key={at}>
          <SeverityGlyph severity="advice">
            <GapWords gap={gap} />
          </SeverityGlyph>
          {gap.blocks && <p className="case-gap-blocks">{names("whyItMatters", { why: gap.blocks })}</p>}
        </li>
      ))}
    </ul>
  );
}

/** "Liver MRI, asked 21 Nov". */
function GapWords({ gap }: { readonly gap: CaseListItem["missing"][number] }) {
  const t = useTranslations("caseList");
  const names = useTranslations("inventory");
  const format = useFormatter();
  const { what, type, absent, asked, state } = gap;
  const parts = format.list(absent.map((part) => names(`parts.${part}`)));
  return (
    <>
      <bdi>{what ?? (type ? names(`types.${type}`) : "")}</bdi>
      {asked !== null && t("gapAsked", { asked: new Date(asked) })}
      {state === "incomplete" && t("gapAbsent", { parts })}
    </>
  );
}
