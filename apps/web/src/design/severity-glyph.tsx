import "./marked.css";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Glyph } from "./glyph.tsx";

/** `advice`: look at this. `must`: must be done. */
export type Severity = "advice" | "must";

export interface SeverityGlyphProps {
  readonly severity: Severity;
  /** What is to be looked at or done; the plain word without it. */
  readonly children?: ReactNode;
  /** Only the shape is seen; the word stays for screen readers. */
  readonly isWordHidden?: boolean;
}

export function SeverityGlyph({ severity, children, isWordHidden = false }: SeverityGlyphProps) {
  const t = useTranslations("opinion");
  return (
    <span className="marked" data-tone={severity === "must" ? "stop" : "warn"}>
      <Glyph name={severity} />
      <span className={isWordHidden ? "visually-hidden" : undefined}>
        {children ?? t(`severity.${severity}`)}
      </span>
    </span>
  );
}

export type Reading = "agrees" | "minor" | "major";

/** A second reading against the first. Agreement is what is normal, so it has no colour. */
export function ReadingGlyph({ reading }: { readonly reading: Reading }) {
  const t = useTranslations("opinion");
  const tone = { agrees: undefined, minor: "warn", major: "stop" }[reading];
  const glyph = ({ agrees: "done", minor: "advice", major: "must" } as const)[reading];
  return (
    <span className="marked" data-tone={tone}>
      <Glyph name={glyph} />
      <span>{t(`reading.${reading}`)}</span>
    </span>
  );
}
