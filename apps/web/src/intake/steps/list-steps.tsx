import { type IntakeStep, listsOf, pregnancyAnswers } from "@consilium/clinical";
import { sectionRoot } from "@consilium/workspace";
import { type ReactNode, useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { ChoiceList } from "../../design/choice-list.tsx";
import { StoryField } from "../../patient/story-section.tsx";
import { useIntake } from "../intake-context.ts";
import { IntakeListPart } from "../intake-list.tsx";
import { StepFrame } from "../step-frame.tsx";
import { useAnswerEdits } from "../use-answers.ts";

type ListStep = Extract<
  IntakeStep,
  "timeline" | "treatments" | "problems" | "procedures" | "medicines" | "allergies" | "family" | "body"
>;

interface ListPageProps {
  readonly step: ListStep;
  readonly lede?: string;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

function ListPage({ step, lede, before, after }: ListPageProps) {
  const t = useTranslations("intake");
  const { asker } = useIntake();
  const { isFaulty, note } = useFaults();
  const lists = listsOf[step] ?? [];
  return (
    <StepFrame
      step={step}
      title={t(`title.${step}`, { asker })}
      {...(lede !== undefined && { lede })}
      offReason={isFaulty ? t("dateNeeds") : undefined}
    >
      {before}
      {lists.map((list) => (
        <IntakeListPart
          key={list}
          list={list}
          isNameHidden={lists.length === 1 && before === undefined}
          onFault={note}
        />
      ))}
      {after}
    </StepFrame>
  );
}

/** Entries of which a date does not fit. */
function useFaults() {
  const [faulty, setFaulty] = useState<ReadonlySet<string>>(new Set());
  const note = useCallback((id: string, isFaulty: boolean) => {
    setFaulty((known) => {
      const next = new Set(known);
      if (isFaulty) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  return { isFaulty: faulty.size > 0, note };
}

function listStep(step: Exclude<ListStep, "body" | "timeline">) {
  return function Page() {
    const t = useTranslations("intake");
    return <ListPage step={step} lede={t(`lede.${step}`)} />;
  };
}

export const TreatmentsStep = listStep("treatments");
export const ProblemsStep = listStep("problems");
export const ProceduresStep = listStep("procedures");
export const MedicinesStep = listStep("medicines");
export const AllergiesStep = listStep("allergies");
export const FamilyStep = listStep("family");

export function TimelineStep() {
  const t = useTranslations("intake");
  const { asker, words } = useIntake();
  const more = asker === "patient" && (
    <div className="intake-part">
      <p className="intake-label">{t("moreHappened")}</p>
      <StoryField
        document={words}
        fragment={words.doc.getXmlFragment(sectionRoot("history"))}
        label={t("moreHappened")}
      />
    </div>
  );
  return <ListPage step="timeline" lede={t("lede.timeline")} after={more} />;
}

export function BodyStep() {
  const t = useTranslations("intake");
  const { standing } = useIntake();
  const { set } = useAnswerEdits();
  const pregnancy = (
    <div className="intake-part">
      <ChoiceList
        legend={t("pregnancy")}
        options={pregnancyAnswers.map((value) => ({ value, label: t(`pregnancyChoice.${value}`) }))}
        value={standing.answers.pregnancy}
        onChoose={(value) => set("pregnancy", value)}
      />
    </div>
  );
  return <ListPage step="body" before={pregnancy} />;
}
