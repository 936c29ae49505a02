import "./story.css";
import { sectionsOf } from "@consilium/workspace";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { useCase } from "../case/case-context.ts";
import type { OpenState } from "../case/document-state.ts";
import { useDocument } from "../case/use-document.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { AnswersOfIntake } from "../intake/answers-of-intake.tsx";
import { HearingSection } from "../intake/hearing-section.tsx";
import { OwnConsent } from "../intake/own-consent.tsx";
import { AskedQuestions } from "./asked-questions.tsx";
import { PatientBack } from "./patient-back.tsx";
import { StoryQuestions } from "./story-questions.tsx";
import { StorySection } from "./story-section.tsx";

/** The patient's story: written as one speaks, saved as it is typed; after sending it stays as it was sent. */
export function PatientStory() {
  const t = useTranslations("patient");
  const story = useDocument("story");
  if (story.phase === "ended") return <PageTitle>{t("mayNotRead")}</PageTitle>;
  if (story.phase === "opening" || !story.synced) return <PageOnItsWay title={t("storyTitle")} />;
  return (
    <>
      <DocumentTitle page={t("storyTitle")} />
      <PatientBack />
      <PageTitle lede={story.mayWrite ? t("storyLede") : t("storyFixed")}>
        {story.mayWrite ? t("storyTitle") : t("storyFixedTitle")}
      </PageTitle>
      <StoryText story={story} />
    </>
  );
}

function StoryText({ story }: { readonly story: OpenState }) {
  const { detail } = useCase();
  useSectionInSight();
  const mayReadPrior = detail.documents.some(({ name }) => name === "story.prior");
  return (
    <>
      {sectionsOf("story").map((section) => (
        <StorySection key={section} document={story} section={section} />
      ))}
      {mayReadPrior && <PriorStory />}
      {story.mayWrite ? <StoryQuestions story={story} /> : <AskedQuestions />}
      <AnswersOfIntake doc={story.doc} />
      {detail.commands.includes("submit") && <ToSteps />}
      {detail.state !== "draft" && <HearingSection whose="own" className="story-section" />}
      <OwnConsent />
    </>
  );
}

/** It is sent from the last of the steps, which knows what is still open. */
function ToSteps() {
  const t = useTranslations("intake");
  const { caseId } = useCase();
  return (
    <section className="story-send">
      <ButtonLink
        to="/cases/$caseId/intake/$step"
        params={{ caseId, step: "send" }}
        look="filled"
        size="wide"
      >
        {t("toSend")}
      </ButtonLink>
    </section>
  );
}

/** What the patient was told lies in a document of its own: who reads blind is not shown it. */
function PriorStory() {
  const prior = useDocument("story.prior");
  if (prior.phase !== "open" || !prior.synced) return null;
  return <StorySection document={prior} section="told" />;
}

/** The section that the address names, on coming here. */
function useSectionInSight() {
  const { section } = useParams({ strict: false });
  useEffect(() => {
    if (section !== undefined && section !== "goals")
      document.getElementById(`story-${section}`)?.scrollIntoView();
  }, [section]);
}
