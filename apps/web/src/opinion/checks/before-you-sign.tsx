import "./checks.css";
import type { Check } from "@consilium/clinical";
import { sectionsOf } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Glyph } from "../../design/glyph.tsx";
import { SeverityGlyph } from "../../design/severity-glyph.tsx";
import { useDesk } from "../desk-context.ts";
import { PlainEase } from "./plain-ease.tsx";
import { useCheckSentence } from "./use-check-sentence.ts";
import type { Standing } from "./use-standing.ts";

/** How many points are seen before one asks for all. */
const few = 3;

/** What is open before this can be signed, with the way to each. Signing itself is not here. */
export function BeforeYouSign({ checks, ease }: Pick<Standing, "checks" | "ease">) {
  const t = useTranslations("checks");
  const [isWhole, setWhole] = useState(false);
  const open = checks.filter(({ state }) => state === "open");
  const shown = checks.filter(({ state }) => state !== "met");
  const must = open.filter(({ level }) => level === "must").length;
  const look = open.length - must;
  return (
    <section className="before-you-sign" aria-label={t("title")}>
      <div className="before-you-sign-head">
        <h2>{t("title")}</h2>
        {must > 0 && <SeverityGlyph severity="must">{t("must", { count: must })}</SeverityGlyph>}
        {look > 0 && <SeverityGlyph severity="advice">{t("look", { count: look })}</SeverityGlyph>}
        {open.length === 0 && <span>{t("nothing")}</span>}
        <small>{t("updates")}</small>
      </div>
      <ul className="before-you-sign-list">
        {shown.slice(0, isWhole ? undefined : few).map((check) => (
          <OpenPoint key={keyOf(check)} check={check} />
        ))}
      </ul>
      {shown.length > few && (
        <Button look="quiet" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t("fewer") : t("all")}
        </Button>
      )}
      {ease && <PlainEase ease={ease} />}
    </section>
  );
}

function OpenPoint({ check }: { readonly check: Check }) {
  const t = useTranslations("checks");
  const { goTo } = useDesk();
  const sentence = useCheckSentence()(check);
  const { target } = check;
  const section = sectionsOf("opinion").find((name) => name === target.section);
  return (
    <li data-level={check.state === "open" ? check.level : check.state}>
      <Glyph name={glyphOf(check)} />
      <span>{sentence}</span>
      {section && (
        <button type="button" aria-label={`${t("goTo")}: ${sentence}`} onClick={() => goTo(section, target)}>
          {t("goTo")}
        </button>
      )}
    </li>
  );
}

const glyphOf = ({ state, level }: Check) => {
  if (state !== "open") return "done";
  return level === "must" ? "must" : "advice";
};

const keyOf = ({ rule, target, name, number }: Check): string =>
  [rule, target.section, target.item ?? "", name ?? "", number ?? ""].join("/");
