import "./follow-up.css";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import { type Choice, type Feedback, useFollowUp } from "./use-follow-up.ts";

/** What the patient's side says of it all: for its authors and the coordinator; nothing before somebody said something. */
export function FeedbackList() {
  const t = useTranslations("followUp.feedback");
  const { data } = useFollowUp();
  const heading = useId();
  if (!data || data.feedback.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t("heading")}</h2>
      {data.feedback.map((one) => (
        <Said key={one.by} said={one} />
      ))}
    </section>
  );
}

function Said({ said }: { readonly said: Feedback }) {
  const t = useTranslations("followUp");
  const people = usePeople();
  return (
    <div className="follow-up-said">
      <p>{t("feedback.by", { name: people.get(said.by)?.name ?? "", at: new Date(said.at) })}</p>
      <dl>
        {(["understood", "decided", "recommended"] as const).map((question) => (
          <div key={question}>
            <dt>{t(`feedback.short.${question}`)}</dt>
            <dd>{isChoice(said[question]) ? t(`feedback.choice.${said[question]}`) : said[question]}</dd>
          </div>
        ))}
      </dl>
      {said.words !== "" && <blockquote dir="auto">{said.words}</blockquote>}
    </div>
  );
}

const isChoice = (value: string): value is Choice => value === "yes" || value === "partly" || value === "no";
