import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { ButtonLink } from "../design/button-link.tsx";

/** The one thing that is asked of me now; without any, the way to what I wrote. */
export function ToDo() {
  const t = useTranslations("patient");
  const { caseId, detail } = useCase();
  const story = { to: "/cases/$caseId/story/$section", params: { caseId, section: "goals" } } as const;
  const mayRead = detail.opinions.length > 0;
  const mayWrite = detail.documents.some(({ name, write }) => name === "story" && write);
  if (!mayRead && !mayWrite)
    return (
      <p className="patient-quiet">
        <Link {...story}>{t("readStory")}</Link>
      </p>
    );
  return (
    <>
      <section className="patient-ask">
        <p className="patient-ask-name">{t("toDo", { count: 1 })}</p>
        <h2>{mayRead ? t("doRead") : t("doStory")}</h2>
        <p>{mayRead ? t("doReadMore") : t("doStoryMore")}</p>
        {mayRead ? (
          <ButtonLink
            to="/cases/$caseId/opinion/$section"
            params={{ caseId, section: "plain" }}
            look="filled"
            size="wide"
          >
            {t("doReadAction")}
          </ButtonLink>
        ) : (
          <ButtonLink {...story} look="filled" size="wide">
            {t("doStoryAction")}
          </ButtonLink>
        )}
      </section>
      {mayRead && (
        <p className="patient-quiet">
          <Link {...story}>{t("readStory")}</Link>
        </p>
      )}
    </>
  );
}
