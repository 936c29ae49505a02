import { type IntakeDetails, type IntakeStanding, openSteps, type Role, stepsFor } from "@consilium/clinical";
import { intakeOf, itemsOf, plainTextOf, readFragment, sectionText } from "@consilium/workspace";
import type { Doc } from "yjs";
import type { Intake } from "./intake-api.ts";
import type { OpenIntake } from "./intake-context.ts";

type Known = Pick<OpenIntake, "intake" | "words" | "prior" | "items" | "recordEntries">;

/** Which steps there are and which of them are open, of what is on screen now. */
export function stepsStanding(role: Role, known: Known): Pick<OpenIntake, "standing" | "steps" | "open"> {
  const { intake, words, items, recordEntries } = known;
  const answers = intakeOf(words.doc);
  const unconfirmed = Object.fromEntries(
    Object.entries(recordEntries).map(([list, entries]) => {
      const said = new Set(Object.values(answers.entries).flatMap((all) => all.map(({ record }) => record)));
      return [list, entries.filter(({ source }) => !said.has(source)).length];
    }),
  );
  const standing: IntakeStanding = {
    role,
    details: detailsIn(intake),
    patient: intake.patient,
    clinicalIn: intake.clinicalIn,
    hasConsent: intake.consent !== null,
    answers,
    texts: textsOf(role, known),
    questions: countQuestions(words.doc),
    items: items.filter(({ state }) => state !== "here").map(({ id }) => id),
    unconfirmed,
  };
  return { standing, steps: stepsFor(role), open: openSteps(standing) };
}

/** Left out is left out, not undefined. */
function detailsIn({ safety, place, treating, help, decide, hearing }: Intake): IntakeDetails {
  return {
    ...(safety && { safety }),
    ...(place && { place }),
    ...(treating && { treating }),
    ...(help && { help }),
    ...(decide && { decide }),
    ...(hearing && { hearing }),
  };
}

function textsOf(role: Role, { words, prior }: Known): IntakeStanding["texts"] {
  const isReferrer = role === "referrer";
  const told = prior ? sectionText(prior.doc, isReferrer ? "plan" : "told") : "";
  const of = (section: "ask" | "decision" | "goals" | "daily" | "summary") => sectionText(words.doc, section);
  return isReferrer
    ? { decision: of("ask"), summary: of("summary"), told, goals: "", daily: "" }
    : { decision: of("decision"), goals: of("goals"), daily: of("daily"), told, summary: "" };
}

/** Questions with words. */
export const countQuestions = (doc: Doc): number =>
  itemsOf(doc, "question").filter((item) => plainTextOf(readFragment(item.rich("text"))).trim() !== "")
    .length;
