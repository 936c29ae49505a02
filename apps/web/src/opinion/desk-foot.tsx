import type { Check, OpinionContent } from "@consilium/clinical";
import { countWords } from "@consilium/workspace";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { useDesk } from "./desk-context.ts";
import { useTextHooks } from "./text-hooks.ts";

export interface DeskFootProps {
  readonly checks: readonly Check[];
  readonly content: OpinionContent;
  /** What is open before signing; behind the counts. */
  readonly panel: ReactNode;
}

/** Below the text: the keys of writing, what is open, how much is written. */
export function DeskFoot({ checks, content, panel }: DeskFootProps) {
  const t = useTranslations("opinion");
  const { isEditable } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const open = checks.filter(({ state }) => state === "open");
  const must = open.filter(({ level }) => level === "must").length;
  const words = Object.values(content.sections).reduce((sum, text) => sum + countWords(text), 0);
  return (
    <>
      {isOpen && panel}
      <footer className="desk-foot">
        {isEditable && <Keys />}
        <div className="desk-foot-end">
          {panel && (
            <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {must > 0 && <SeverityGlyph severity="must">{t("checks.must", { count: must })}</SeverityGlyph>}
              {open.length > must && (
                <SeverityGlyph severity="advice">
                  {t("checks.look", { count: open.length - must })}
                </SeverityGlyph>
              )}
              {open.length === 0 && t("checks.nothing")}
            </button>
          )}
          <span className="num">{t("words", { count: words })}</span>
        </div>
      </footer>
    </>
  );
}

function Keys() {
  const t = useTranslations("opinion.keys");
  const { comment, linkEvidence } = useTextHooks();
  const keys = [
    { keys: ["Alt", "↓"], does: t("section") },
    ...(linkEvidence ? [{ keys: ["Ctrl", "E"], does: t("evidence") }] : []),
    ...(comment ? [{ keys: ["Ctrl", "Alt", "M"], does: t("comment") }] : []),
    { keys: ["Ctrl", "Z"], does: t("undo") },
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
}
