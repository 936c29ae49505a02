import { fitPoints } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Glyph } from "../design/glyph.tsx";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import type { Candidate } from "./coordination-api.ts";

export interface CandidateRowProps {
  readonly candidate: Candidate;
  /** An offer to them waits for an answer. */
  readonly isAsked: boolean;
  /** Undefined: the case cannot be offered now. */
  readonly onOffer: (() => void) | undefined;
  readonly onPractice: () => void;
}

const glyphs = { yes: "done", no: "declined", unknown: "not-begun" } as const;

/** Somebody who could take the case, what of it they fit, and what speaks against it. */
export function CandidateRow({ candidate, isAsked, onOffer, onPractice }: CandidateRowProps) {
  const t = useTranslations("coordination");
  const { name, profession, workplace, fit, place, conflict, licence, load, practice } = candidate;
  return (
    <li>
      <div>
        <b>{name}</b>
        <span className="triage-fact">{[profession, workplace].filter(Boolean).join(" · ")}</span>
      </div>
      <ul className="triage-fit" aria-label={t("fitOf", { name })}>
        {fitPoints.map((point) => (
          <li key={point} data-fit={fit[point]}>
            <Glyph name={glyphs[fit[point]]} />
            {t(`fit.${point}`, { is: fit[point] })}
          </li>
        ))}
      </ul>
      <p className="triage-fact">
        {practice ? t("load", { load, most: practice.most }) : t("loadOnly", { load })}
      </p>
      {place !== null && <SeverityGlyph severity="must">{t(`place.${place}`)}</SeverityGlyph>}
      {place === null && conflict !== null && (
        <SeverityGlyph severity="must">{t("conflict", { workplace: conflict })}</SeverityGlyph>
      )}
      {licence === null && <SeverityGlyph severity="advice">{t("noLicence")}</SeverityGlyph>}
      <div className="triage-ways">
        {onOffer && place === null && (
          <Button size="small" onClick={onOffer} offReason={isAsked ? t("isAsked") : undefined}>
            {t("offerTo", { name })}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={onPractice}>
          {t("practiceOf")}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </div>
    </li>
  );
}
