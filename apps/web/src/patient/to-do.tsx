import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { mayAnswerFor } from "../record/inventory/who-may.ts";

/** The one thing that is asked of me now; beside it, or without any, the way to what I wrote. */
export function ToDo() {
  const { detail } = useCase();
  const mayRead = detail.opinions.length > 0;
  const mayWrite = detail.documents.some(({ name, write }) => name === "story" && write);
  return (
    <>
      {mayRead ? <ReadOpinion /> : mayWrite && <AnswerIntake />}
      <AskedOfMe />
      {(mayRead || !mayWrite) && <ReadStory />}
    </>
  );
}

function ReadOpinion() {
  const t = useTranslations("patient");
  const { caseId, detail } = useCase();
  return (
    <section className="patient-ask">
      <p className="patient-ask-name">{t("toDo", { count: 1 })}</p>
      <h2>{t("doRead")}</h2>
      <p>{t("doReadMore", { closed: detail.state === "closed" ? "yes" : "no" })}</p>
      <ButtonLink
        to="/cases/$caseId/opinion/$section"
        params={{ caseId, section: "plain" }}
        look="filled"
        size="wide"
      >
        {t("doReadAction")}
      </ButtonLink>
    </section>
  );
}

/** Records that whoever looks is asked for: what, by when, and the way there. */
function AskedOfMe() {
  const t = useTranslations("patient");
  const open = useCase();
  const { caseId, detail } = open;
  const asked = detail.requests.filter((request) => mayAnswerFor(open, request));
  if (asked.length === 0) return null;
  return (
    <section className="patient-asked">
      <h2>{t("doAnswer", { count: asked.length })}</h2>
      <ul>
        {asked.map(({ id, what, due }) => (
          <li key={id}>
            <b dir="auto">{what}</b>
            {due !== null && <small>{t("byDay", { due: new Date(due) })}</small>}
          </li>
        ))}
      </ul>
      <ButtonLink to="/cases/$caseId/records" params={{ caseId }} size="wide">
        {t("doAnswerAction")}
      </ButtonLink>
    </section>
  );
}

function AnswerIntake() {
  const t = useTranslations("patient");
  const steps = useTranslations("intake");
  const { caseId, detail } = useCase();
  const isBegun = detail.patient.born !== null;
  return (
    <section className="patient-ask">
      <p className="patient-ask-name">{t("toDo", { count: 1 })}</p>
      <h2>{steps("doIntake")}</h2>
      <p>{t("doStoryMore")}</p>
      <ButtonLink to="/cases/$caseId/intake" params={{ caseId }} look="filled" size="wide">
        {steps("doIntakeAction", { begun: isBegun ? "yes" : "no" })}
      </ButtonLink>
    </section>
  );
}

function ReadStory() {
  const t = useTranslations("patient");
  const { caseId } = useCase();
  return (
    <p className="patient-quiet">
      <Link to="/cases/$caseId/story/$section" params={{ caseId, section: "goals" }}>
        {t("readStory")}
      </Link>
    </p>
  );
}
