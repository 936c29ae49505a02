import { memo, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useNextSimilar } from "../case-list/use-next-similar.ts";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import type { Standing } from "./checks/use-standing.ts";
import { useDesk } from "./desk-context.ts";
import { useTextHooks } from "./text-hooks.ts";

export interface DeskFootProps {
  /** Undefined: not read yet. */
  readonly standing: Standing | undefined;
  /** What is open before signing; behind the counts. */
  readonly panel: ReactNode;
}

/** Below the text: the keys of writing, what is open, how much is written. */
export function DeskFoot({ standing, panel }: DeskFootProps) {
  const t = useTranslations("opinion");
  const checks = useTranslations("checks");
  const { isEditable } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const open = standing?.checks.filter(({ state }) => state === "open") ?? [];
  const must = open.filter(({ level }) => level === "must").length;
  return (
    <>
      {isOpen && panel}
      <footer className="desk-foot">
        {isEditable && <Keys />}
        <div className="desk-foot-end">
          {panel && (
            <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {must > 0 && <SeverityGlyph severity="must">{checks("must", { count: must })}</SeverityGlyph>}
              {open.length > must && (
                <SeverityGlyph severity="advice">
                  {checks("look", { count: open.length - must })}
                </SeverityGlyph>
              )}
              {open.length === 0 && checks("nothing")}
            </button>
          )}
          {standing && <span className="num">{t("words", { count: standing.words })}</span>}
        </div>
      </footer>
    </>
  );
}

const Keys = memo(function Keys() {
  const t = useTranslations("opinion.keys");
  const { comment, linkEvidence, slashOf } = useTextHooks();
  const hasNext = useNextSimilar() !== undefined;
  const keys = [
    { keys: ["Alt", "↓"], does: t("section") },
    ...(linkEvidence ? [{ keys: ["Ctrl", "E"], does: t("evidence") }] : []),
    ...(slashOf ? [{ keys: ["/"], does: t("insert") }] : []),
    ...(comment ? [{ keys: ["Ctrl", "Alt", "M"], does: t("comment") }] : []),
    { keys: ["Ctrl", "Z"], does: t("undo") },
    ...(hasNext ? [{ keys: ["Alt", "PgDn"], does: t("nextSimilar") }] : []),
  ];
  return (
    <ul className="desk-keys">
      {keys.map(({ keys: pressed, does }) => (
        <li key={does}>
          {pressed.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {does}
        </li>
      ))}
    </ul>
  );
});
