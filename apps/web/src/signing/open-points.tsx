import { sectionsOf } from "@consilium/workspace";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { TextField } from "../design/text-field.tsx";
import { useDesk } from "../opinion/desk-context.ts";
import { ChooseOwner } from "./choose-owner.tsx";
import type { OpenPoint } from "./use-signing.ts";

interface PointsProps {
  readonly points: readonly OpenPoint[];
  /** One goes to the place of a point. */
  readonly onLeave: () => void;
}

/** Hard ones: they are mended, not explained. */
export function MustPoints({ points, onLeave }: PointsProps) {
  const t = useTranslations("signing");
  const must = points.filter(({ level }) => level === "must");
  const heading = useId();
  if (must.length === 0) return null;
  return (
    <section className="signing-points" data-level="must" aria-labelledby={heading}>
      <h3 id={heading}>
        <SeverityGlyph severity="must">{t("must")}</SeverityGlyph>
      </h3>
      <ol>
        {must.map((point) => (
          <li key={point.key}>
            <PointLine point={point} onLeave={onLeave} />
            {point.rule === "recommendation-without-owner" && point.target.item !== undefined && (
              <ChooseOwner item={point.target.item} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ReasonPointsProps extends PointsProps {
  readonly reasons: ReadonlyMap<string, string>;
  readonly onReason: (key: string, reason: string) => void;
}

/** The others: a reason, which the report prints, or a change. */
export function ReasonPoints({ points, reasons, onReason, onLeave }: ReasonPointsProps) {
  const t = useTranslations("signing");
  const look = points.filter(({ level }) => level === "look");
  const heading = useId();
  if (look.length === 0) return null;
  return (
    <section className="signing-points" data-level="look" aria-labelledby={heading}>
      <h3 id={heading}>
        <SeverityGlyph severity="advice">{t("look")}</SeverityGlyph>
      </h3>
      <ol>
        {look.map((point) => (
          <li key={point.key}>
            <PointLine point={point} onLeave={onLeave} />
            <TextField
              label={t("reasonFor", { point: point.sentence })}
              isLabelHidden
              placeholder={t("reason")}
              value={reasons.get(point.key) ?? ""}
              maxLength={2000}
              onChange={({ currentTarget }) => onReason(point.key, currentTarget.value)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function PointLine({ point, onLeave }: { readonly point: OpenPoint; readonly onLeave: () => void }) {
  const t = useTranslations("signing");
  const { goTo } = useDesk();
  const { section: name, item, words } = point.target;
  const section = sectionsOf("opinion").find((one) => one === name);
  return (
    <p>
      <span>{point.sentence}</span>
      {section && (
        <button
          type="button"
          aria-label={`${t("show")}: ${point.sentence}`}
          onClick={() => {
            onLeave();
            goTo(section, { ...(item !== undefined && { item }), ...(words !== undefined && { words }) });
          }}
        >
          {t("show")}
        </button>
      )}
    </p>
  );
}
