import type { Role } from "../identity/seat.ts";

/** What somebody is to the patient, which keeps them from giving a second opinion on the case. */
export const besidePatient = ["patient", "proxy", "referrer", "care-team"] as const satisfies readonly Role[];
export type BesidePatient = (typeof besidePatient)[number];

/** Whom a case could be offered to. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly workplace: string | null;
  /** Cases in hand now. */
  readonly load: number;
  /** Their place in this case at the patient's side or among who treats them. Null: none. */
  readonly place: BesidePatient | null;
  /** What they said of their work. Null: they have not. */
  readonly practice: CandidatePractice | null;
}

export interface CandidatePractice {
  readonly specialties: readonly string[];
  /** BCP 47. */
  readonly languages: readonly string[];
  /** ISO 3166-1 alpha-2. Empty: they have named none. */
  readonly countries: readonly string[];
  /** How many cases at once. */
  readonly most: number;
  readonly takes: boolean;
}

/** What a case asks of whoever takes it. */
export interface CaseNeeds {
  readonly specialty: string;
  /** Of the opinion, BCP 47. */
  readonly language: string;
  /** Where the patient is, ISO 3166-1 alpha-2. Null: nobody has said. */
  readonly country: string | null;
  /** Of whoever refers and treats: an opinion on colleagues of one's own house is no second one. */
  readonly workplaces: readonly string[];
}

export const fitPoints = ["specialty", "language", "room", "country"] as const;
export type FitPoint = (typeof fitPoints)[number];
/** `unknown`: nobody has said, neither they nor the case. */
export type FitAnswer = "yes" | "no" | "unknown";

export interface Match<Of extends Candidate = Candidate> {
  readonly candidate: Of;
  readonly fit: Readonly<Record<FitPoint, FitAnswer>>;
  /** The workplace that they share with the side that refers. */
  readonly conflict: string | null;
}

/**
 * Who fits, the best first: who has a place beside the patient comes last, before them who works in the house that refers; then specialty, language, room and
 * country, in this order of weight; then whoever has less in hand, and the name. It advises: the coordinator may offer the case to anybody without such a place.
 */
export const rankCandidates = <Of extends Candidate>(
  candidates: readonly Of[],
  needs: CaseNeeds,
): readonly Match<Of>[] =>
  candidates
    .map((candidate) => matchOf(candidate, needs))
    .toSorted(
      (one, other) =>
        scoreOf(other) - scoreOf(one) ||
        one.candidate.load - other.candidate.load ||
        one.candidate.name.localeCompare(other.candidate.name, "en"),
    );

function matchOf<Of extends Candidate>(candidate: Of, needs: CaseNeeds): Match<Of> {
  const { practice, workplace, load } = candidate;
  const shared = workplace !== null && needs.workplaces.some((other) => isSameName(other, workplace));
  return {
    candidate,
    fit: {
      specialty: answer(practice && practice.specialties.length > 0 && practice.specialties, [
        needs.specialty,
      ]),
      language: answer(practice && practice.languages.length > 0 && practice.languages.map(primary), [
        primary(needs.language),
      ]),
      country: answer(
        practice && practice.countries.length > 0 && practice.countries,
        needs.country === null ? [] : [needs.country],
      ),
      room: practice ? (practice.takes && load < practice.most ? "yes" : "no") : "unknown",
    },
    conflict: shared ? workplace : null,
  };
}

function answer(said: readonly string[] | false | null, wanted: readonly string[]): FitAnswer {
  const [one] = wanted;
  if (!said || one === undefined) return "unknown";
  return said.includes(one) ? "yes" : "no";
}

/** "pt-BR" is Portuguese. */
const primary = (language: string): string => language.split("-")[0]?.toLowerCase() ?? "";

/** One house may be written in several ways of spaces and letters. */
const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

const weights: Record<FitPoint, number> = { specialty: 27, language: 9, room: 3, country: 1 };
const values: Record<FitAnswer, number> = { yes: 1, unknown: 0, no: -1 };

/** Balanced ternary: no sum of lighter points outweighs a heavier one. A conflict outweighs all, and a place beside the patient that. */
const scoreOf = ({ candidate, fit, conflict }: Match): number =>
  fitPoints.reduce(
    (sum, point) => sum + weights[point] * values[fit[point]],
    (conflict === null ? 0 : -100) + (candidate.place === null ? 0 : -300),
  );
