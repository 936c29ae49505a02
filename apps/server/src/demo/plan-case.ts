import type { CaseState, Tier } from "@consilium/clinical";
import type { CaseDetails, Consent, LifecycleEvent, StoredRecord } from "@consilium/database";
import { type Day, dayAt } from "@consilium/foundation";
import { planActs, type PlannedAct } from "./acts.ts";
import { type Cast, castOf, found, type PlannedSeat } from "./cast.ts";
import { planConferences, type PlannedConference } from "./conferences.ts";
import type { DemoCase } from "./content.ts";
import {
  clocksNotBegun,
  planClocks,
  planLifecycle,
  planQuestions,
  planRequests,
  type PlannedClock,
  type PlannedQuestion,
  type PlannedRequest,
} from "./course.ts";
import { demoId } from "./demo-id.ts";
import { fileRecords } from "./filing.ts";
import { planConsent, planIntake } from "./intake.ts";
import { planInventory } from "./inventory.ts";
import { type PlannedTexts, planTexts } from "./plan-texts.ts";
import { planRecords } from "./records.ts";
import { planClaims, type PlannedClaim, type PlannedShare, planShares } from "./sharing.ts";
import { type PlannedSigning, planSignings } from "./signing.ts";

/** Everything of one case, ready to be written. */
export interface CasePlan {
  readonly organisationId: string;
  readonly caseId: string;
  readonly number: string;
  readonly specialty: string;
  readonly tier: Tier;
  readonly state: CaseState;
  readonly details: CaseDetails;
  readonly consent: Consent;
  readonly openedBy: string;
  readonly leadPersonId: string;
  readonly createdAt: Date;
  readonly seats: readonly PlannedSeat[];
  readonly lifecycle: readonly LifecycleEvent[];
  readonly clocks: readonly PlannedClock[];
  readonly requests: readonly PlannedRequest[];
  readonly questions: readonly PlannedQuestion[];
  readonly records: readonly StoredRecord[];
  readonly texts: PlannedTexts;
  readonly conferences: readonly PlannedConference[];
  readonly shares: readonly PlannedShare[];
  readonly claims: readonly PlannedClaim[];
  readonly signings: readonly PlannedSigning[];
  readonly acts: readonly PlannedAct[];
}

/**
 * `draft`: the case is seeded before its submission, so that its story is open: its later steps, and the rows that submission
 * makes of the questions, are left out, and its clocks have not begun.
 */
export async function planCase(content: DemoCase, today: Day, stop?: "draft"): Promise<CasePlan> {
  const cast = castOf(content, today);
  const records = planRecords(content, today);
  const texts = await planTexts(content, cast, records);
  const lifecycle = stop ? [] : planLifecycle(content, cast);
  const begun = found(content.lifecycle[0], "draft");
  const acts = planActs(content, cast);
  return {
    organisationId: cast.organisationId,
    caseId: cast.caseId,
    number: content.case.number,
    specialty: content.case.specialty,
    tier: content.case.tier,
    state: lifecycle.at(-1)?.to ?? "draft",
    details: detailsOf(content, cast),
    consent: planConsent(content, cast),
    openedBy: demoId("person", begun.by),
    leadPersonId: demoId("person", content.case.lead),
    createdAt: cast.at(begun.at),
    seats: cast.seats,
    lifecycle,
    clocks: stop ? clocksNotBegun(content, cast) : planClocks(content, cast),
    requests: planRequests(content, cast),
    questions: stop ? [] : planQuestions(content, cast),
    records: fileRecords(records, content, cast),
    texts,
    conferences: planConferences(content, cast),
    shares: planShares(content, cast, texts.opinion),
    claims: planClaims(content, cast, texts),
    signings: planSignings(content, cast, texts),
    acts: stop ? acts.slice(0, 1) : acts,
  };
}

function detailsOf(content: DemoCase, cast: Cast): CaseDetails {
  const { case: of, organisation } = content;
  const patient = cast.person(of.patient);
  const [partner] = organisation.partners;
  return {
    title: of.title,
    patient: {
      name: patient.name,
      initials: patient.initials,
      born: patient.born === undefined ? null : dayAt(cast.today, patient.born),
      sex: patient.sex ?? null,
    },
    decision: of.decision,
    decideBy: dayAt(cast.today, of.decideBy.day),
    hearing: of.hearing,
    language: of.language,
    patientLanguage: of.patientLanguage,
    country: of.country,
    emergency: partner ? { name: partner.name, phone: partner.emergency } : null,
    inventory: planInventory(content, cast),
    intake: planIntake(content, cast),
  };
}
