import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { ButtonLink } from "../design/button-link.tsx";

/** The one thing that is asked of me now; beside it, or without any, the way to what I wrote. */
export function ToDo() {
  const { detail } = useCase();
  const mayRead = detail.opinions.length > 0;
  const mayWrite = detail.documents.some(({ name, write }) => name === "story" && write);
  return (
    <>
      {mayRead ? <ReadOpinion /> : mayWrite && <WriteStory />}
      {(mayRead || !mayWrite) && <ReadStory />}
    </>
  );
}

function ReadOpinion() {
  const t = useTranslations("patient");
  const { caseId } = useCase();
  return (
    <section className="patient-ask">
      <p className="patient-ask-name">{t("toDo", { count: 1 })}</p>
      <h2>{t("doRead")}</h2>
      <p>{t("doReadMore")}</p>
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

function WriteStory() {
  const t = useTranslations("patient");
  const { caseId } = useCase();
  return (
    <section className="patient-ask">
      <p className="patient-ask-name">{t("toDo", { count: 1 })}</p>
      <h2>{t("doStory")}</h2>
      <p>{t("doStoryMore")}</p>
      <ButtonLink
        to="/cases/$caseId/story/$section"
        params={{ caseId, section: "goals" }}
        look="filled"
        size="wide"
      >
        {t("doStoryAction")}
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
