import { useTranslations } from "use-intl";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";

/** What was asked for and is not here. That all is here is normal, so it has no colour but the tick's. */
export function MissingRecords({ names }: { readonly names: readonly string[] }) {
  const t = useTranslations("caseList");
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
