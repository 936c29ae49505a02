import { useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";

export interface MissingRecordsProps {
  readonly item: Pick<CaseListItem, "missing" | "state">;
}

/** What was asked for and is not here. That all is here is normal, so it has no colour but the tick's. */
export function MissingRecords({ item: { missing: names, state } }: MissingRecordsProps) {
  const t = useTranslations("caseList");
  if (names.length === 0 && state === "draft")
    return <StateGlyph state="not-begun">{t("noneAsked")}</StateGlyph>;
  if (names.length === 0)
    return (
      <span className="case-complete">
        <StateGlyph state="done">{t("allHere")}</StateGlyph>
      </span>
    );
  return (
    <SeverityGlyph severity="advice">
      <bdi>{names.join(", ")}</bdi>
    </SeverityGlyph>
  );
}
