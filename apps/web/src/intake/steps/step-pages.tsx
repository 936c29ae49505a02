import type { IntakeStep } from "@consilium/clinical";
import type { ReactNode } from "react";
import { ConsentStep } from "./consent-step.tsx";
import { DecisionStep } from "./decision-step.tsx";
import { DoctorStep } from "./doctor-step.tsx";
import { HearingStep } from "./hearing-step.tsx";
import { LanguageStep } from "./language-step.tsx";
import {
  AllergiesStep,
  BodyStep,
  FamilyStep,
  MedicinesStep,
  ProblemsStep,
  ProceduresStep,
  TimelineStep,
  TreatmentsStep,
} from "./list-steps.tsx";
import { PersonStep } from "./person-step.tsx";
import { PlaceStep } from "./place-step.tsx";
import { QuestionsStep } from "./questions-step.tsx";
import { RecordsStep } from "./records-step.tsx";
import { SafetyStep } from "./safety-step.tsx";
import { SendStep } from "./send-step.tsx";
import { DailyStep, GoalsStep, SummaryStep, ToldStep } from "./text-steps.tsx";

/** What each step shows. */
export const stepPages: Readonly<Record<IntakeStep, () => ReactNode>> = {
  safety: SafetyStep,
  place: PlaceStep,
  consent: ConsentStep,
  person: PersonStep,
  doctor: DoctorStep,
  language: LanguageStep,
  decision: DecisionStep,
  questions: QuestionsStep,
  goals: GoalsStep,
  summary: SummaryStep,
  told: ToldStep,
  timeline: TimelineStep,
  treatments: TreatmentsStep,
  problems: ProblemsStep,
  procedures: ProceduresStep,
  medicines: MedicinesStep,
  allergies: AllergiesStep,
  family: FamilyStep,
  body: BodyStep,
  daily: DailyStep,
  records: RecordsStep,
  hearing: HearingStep,
  send: SendStep,
};
