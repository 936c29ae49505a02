import { neededSteps } from "@consilium/clinical";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { SubmitStory } from "../../patient/submit-story.tsx";
import { useIntake } from "../intake-context.ts";
import { StepFrame } from "../step-frame.tsx";

/** What is open is named, each with the way to it; what is needed keeps it from being sent. */
export function SendStep() {
  const t = useTranslations("intake");
  const { caseId } = useCase();
  const { open, words, saying } = useIntake();
  const lacking = open.filter((step) => neededSteps.includes(step)).length;
  const isSaved = saying.state === "idle" || saying.state === "saved";
  const lack = lacking > 0 ? t("lacks", { count: lacking }) : isSaved ? undefined : t("notReached");
  return (
    <StepFrame
      step="send"
      title={t("title.send")}
      lede={t("lede.send")}
      foot={<SubmitStory doc={words.doc} lack={lack} />}
    >
      <section className="intake-part">
        <h2>{t("openTitle", { count: open.length })}</h2>
        {open.length > lacking && <p>{t("openText")}</p>}
        <ul className="intake-open">
          {open.map((step) => (
            <li key={step}>
              <Link to="/cases/$caseId/intake/$step" params={{ caseId, step }}>
                <span className="intake-open-name">{t(`name.${step}`)}</span>
                {neededSteps.includes(step) && <small>{t("needed")}</small>}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </StepFrame>
  );
}
