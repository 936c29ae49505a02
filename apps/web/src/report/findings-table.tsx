import type { Report } from "@consilium/report";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";
import { Blocks, PlaceLink } from "./report-words.tsx";

/** What was found, beside what the first report said of it. */
export function FindingsTable({ report: { findings } }: { readonly report: Report }) {
  const t = useTranslations("report");
  const heading = useId();
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t("findings")}</h2>
      <table className="report-rows">
        <thead>
          <tr>
            <th scope="col">{t("finding")}</th>
            <th scope="col">{t("first")}</th>
            <th scope="col">{t("difference")}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ id, text, places, first, difference, consequence }) => (
            <tr key={id}>
              <td data-label={t("finding")}>
                <Blocks blocks={text} />
                {places.map((letter) => (
                  <PlaceLink key={letter} letter={letter} />
                ))}
              </td>
              <td data-label={t("first")}>{first || t("notSaid")}</td>
              <td data-label={t("difference")}>
                <Difference difference={difference} consequence={consequence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Difference({
  difference,
  consequence,
}: Pick<Report["findings"][number], "difference" | "consequence">) {
  const t = useTranslations("report");
  if (difference === null) return t("notSaid");
  const words = [t(`differences.${difference}`), consequence].filter(Boolean).join(": ");
  return difference === "agrees" ? (
    <StateGlyph state="done">{words}</StateGlyph>
  ) : (
    <SeverityGlyph severity={difference === "major" ? "must" : "advice"}>{words}</SeverityGlyph>
  );
}
