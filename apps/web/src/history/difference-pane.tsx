import type { Side } from "@consilium/workspace";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { DifferenceText } from "./difference-text.tsx";
import type { Difference, SectionDifference } from "./history-api.ts";
import { ItemChange } from "./item-difference.tsx";
import { ReferenceNamesContext } from "./reference-names.ts";
import { opinionSection } from "./section-words.ts";

export interface DifferencePaneProps {
  readonly difference: Difference;
  readonly side: Side;
  /** Only this section was asked for. */
  readonly isOneSection: boolean;
  /** What stands under the text of this side. */
  readonly children?: ReactNode;
}

/** One moment: the text as it stood then, with what the other moment has not. */
export function DifferencePane({ difference, side, isOneSection, children }: DifferencePaneProps) {
  const t = useTranslations("history");
  const at = side === "before" ? difference.fromAt : difference.toAt;
  const sections = shownSections(difference, isOneSection);
  return (
    <ReferenceNamesContext value={difference.references}>
      <section
        className="history-pane"
        data-side={side}
        aria-label={t(side === "before" ? "before" : "thisMoment")}
      >
        <h2 className="history-moment">
          <b className="num">{at === null ? t("beginning") : t("at", { at: new Date(at) })}</b>{" "}
          <span>{side === "before" ? t("before") : t("thisMoment")}</span>
        </h2>
        {sections.map((section) => (
          <SectionText key={section.section} section={section} side={side} isNamed={!isOneSection} />
        ))}
        {difference.items.length > 0 && (
          <div className="history-section">
            <h3>{t("items")}</h3>
            {difference.items.map((item) => (
              <ItemChange key={item.id} item={item} side={side} />
            ))}
          </div>
        )}
        {children}
      </section>
    </ReferenceNamesContext>
  );
}

/** All that changed; where two moments are one, all there is. */
export function shownSections(
  { from, to, sections }: Difference,
  isOneSection: boolean,
): SectionDifference[] {
  return isOneSection || from === to
    ? sections.filter(({ nodes }) => isOneSection || nodes.length > 0)
    : sections.filter(({ changed }) => changed);
}

interface SectionTextProps {
  readonly section: SectionDifference;
  readonly side: Side;
  readonly isNamed: boolean;
}

function SectionText({ section: { section, nodes }, side, isNamed }: SectionTextProps) {
  const t = useTranslations("history");
  const names = useTranslations("opinion");
  const known = opinionSection(section);
  const hasText = nodes.some(({ state }) => state !== (side === "before" ? "added" : "removed"));
  return (
    <div className="history-section">
      {isNamed && (
        <h3>
          <span className="num">{known?.n}</span> {known ? names(`section.${known.name}`) : section}
        </h3>
      )}
      {hasText ? (
        <div className="history-text">
          <DifferenceText nodes={nodes} side={side} />
        </div>
      ) : (
        <p className="history-nothing">{t("sectionEmpty")}</p>
      )}
    </div>
  );
}
