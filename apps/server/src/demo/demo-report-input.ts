import { formatDocumentName, recordDigest, recordSchema } from "@consilium/clinical";
import { type Day, sha256Hex } from "@consilium/foundation";
import {
  readOpinion,
  type OwnerInput,
  type QuestionInput,
  type ReportInput,
  type ReportInputDocument,
  type ReportPerson,
  type ReportRecord,
} from "@consilium/report";
import { canonicalRendering } from "@consilium/workspace";
import { type Cast, castOf, found, type PlannedSeat } from "./cast.ts";
import type { DemoCase } from "./content.ts";
import { demoId } from "./demo-id.ts";
import { planPeople, type PlannedPerson } from "./people.ts";
import type { CasePlan } from "./plan-case.ts";
import { type PlannedDocument, replay, rowsOf } from "./writing.ts";

/** What the opinion of a demo case would be signed as, at that moment: a draft as it stands. */
export async function demoReportInput(
  content: DemoCase,
  plan: CasePlan,
  { today, signedAt }: { readonly today: Day; readonly signedAt: Date },
): Promise<ReportInput> {
  const cast = castOf(content, today);
  const people = new Map(planPeople([content]).map((person) => [person.id, person]));
  const opinion = replay(plan.texts.opinion);
  return {
    ...aboutCase(content, plan),
    zone: content.organisation.zone,
    document: "id" in plan.texts.opinion.name ? plan.texts.opinion.name.id : "",
    version: 1,
    replaces: null,
    askedBy: plan.seats.filter(({ role }) => role === "referrer").map((seat) => personOf(seat, people)),
    signedAt: signedAt.toISOString(),
    ...authorsOf(content, cast, people),
    statement: "I have read all of it, and it is my opinion.",
    conflicts: "None.",
    headline: null,
    opinion: readOpinion(opinion),
    questions: questionsOf(plan, people),
    records: await Promise.all(plan.records.map(recordOf)),
    missing: content.requests
      .filter(({ state }) => state !== "here")
      .map(({ what, answer }) => ({ name: what, because: answer?.text ?? null })),
    owners: plan.seats.map((seat) => ownerOf(seat, people, signedAt)),
    keyImages: [],
    imagesLeftOut: [],
    contacts: [],
    urgentFindings: [],
    reasons: [],
    inputs: await Promise.all([plan.texts.opinion, ...plan.texts.documents].map(inputOf)),
  };
}

function aboutCase(
  { case: of, organisation }: DemoCase,
  { details, number, specialty, caseId }: CasePlan,
): Pick<ReportInput, "language" | "case" | "organisation" | "patient"> {
  const { name, born, sex } = details.patient;
  return {
    language: details.language,
    case: { id: caseId, number, title: details.title, specialty },
    organisation: { name: organisation.name, country: organisation.country, contact: organisation.phone },
    patient: { id: demoId("person", of.patient), name, born, sex, country: details.country },
  };
}

type People = ReadonlyMap<string, PlannedPerson>;

function personOf(seat: { readonly id: string; readonly personId: string }, people: People): ReportPerson {
  const { name, profession, workplace } = found(people.get(seat.personId), seat.personId);
  return { seat: seat.id, name, profession, workplace };
}

function ownerOf(seat: PlannedSeat, people: People, at: Date): OwnerInput {
  const { name, workplace } = personOf(seat, people);
  return { seat: seat.id, name, workplace, endedAt: seat.to && seat.to < at ? seat.to.toISOString() : null };
}

/** The lead signs; the others wrote it too. */
function authorsOf(
  { opinion }: DemoCase,
  cast: Cast,
  people: People,
): Pick<ReportInput, "signers" | "contributors"> {
  const lead = cast.seatOf(opinion.lead);
  const licence = people.get(lead.personId)?.licence ?? null;
  const others = opinion.authors.filter((author) => author !== opinion.lead);
  return {
    signers: [
      {
        ...personOf(lead, people),
        role: "lead",
        licence: licence && { ...licence, checkedAt: null },
        blindUntil: null,
      },
    ],
    contributors: others.map((author) => ({
      ...personOf(cast.seatOf(author), people),
      wrote: true,
      blindUntil: null,
    })),
  };
}

/** The newest version of each. */
function questionsOf({ questions, seats }: CasePlan, people: People): readonly QuestionInput[] {
  const newest = new Map(questions.map((question) => [question.id, question]));
  return [...newest.values()].map(({ id, rank, version, words, seatId, withdrawnAt }) => {
    const seat = seats.find((sits) => sits.id === seatId);
    return {
      id,
      rank,
      version,
      text: words.text,
      askedBy: seat ? personOf(seat, people).name : null,
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    };
  });
}

async function recordOf(stored: CasePlan["records"][number]): Promise<ReportRecord> {
  const content = recordSchema.parse(stored.content);
  const { id, title, kind, date, source } = content;
  const seen = kind === "imaging-report" ? ("report-only" as const) : null;
  return { id, title, kind, date, source, digest: await recordDigest(content), seen };
}

async function inputOf(planned: PlannedDocument): Promise<ReportInputDocument> {
  const doc = replay(planned);
  const digest = await sha256Hex(canonicalRendering(doc, planned.name.kind));
  doc.destroy();
  return { name: formatDocumentName(planned.name), sequence: rowsOf(planned).length, digest };
}
