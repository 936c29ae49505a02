import { expect, test } from "vitest";
import { type Candidate, type CandidatePractice, type CaseNeeds, rankCandidates } from "./rank-candidates.ts";

const needs: CaseNeeds = {
  specialty: "spine",
  language: "en-GB",
  country: "IE",
  workplaces: ["Northgate General Hospital"],
};

const practice: CandidatePractice = {
  specialties: ["spine"],
  languages: ["en", "sv"],
  countries: ["IE", "SE"],
  most: 3,
  takes: true,
};

const somebody = (name: string, more: Partial<Omit<Candidate, "practice">> = {}, said?: object | null) => ({
  id: name,
  name,
  workplace: "Sundvik University Hospital",
  load: 0,
  place: null,
  ...more,
  practice: said === null ? null : { ...practice, ...said },
});

const order = (...candidates: readonly Candidate[]) =>
  rankCandidates(candidates, needs).map(({ candidate }) => candidate.id);

test("what each of them fits is said point by point, and what nobody has said is neither yes nor no", () => {
  const [match] = rankCandidates([somebody("A", { load: 3 }, { countries: [], languages: ["sv"] })], needs);
  expect(match?.fit).toEqual({ specialty: "yes", language: "no", country: "unknown", room: "no" });
  const [silent] = rankCandidates([somebody("B", {}, null)], { ...needs, country: null });
  expect(silent?.fit).toEqual({
    specialty: "unknown",
    language: "unknown",
    country: "unknown",
    room: "unknown",
  });
  const [away] = rankCandidates([somebody("C", {}, { takes: false })], needs);
  expect(away?.fit.room).toBe("no");
});

test("a heavier point outweighs all lighter ones together", () => {
  expect(
    order(
      somebody("other specialty", {}, { specialties: ["oncology"] }),
      somebody("nobody knows", {}, null),
      somebody("only the specialty", { load: 9 }, { languages: ["fr"], countries: ["FR"] }),
      somebody("all but the language", {}, { languages: ["de"] }),
      somebody("no room", { load: 5 }),
      somebody("all"),
    ),
  ).toEqual([
    "all",
    "no room",
    "all but the language",
    "only the specialty",
    "nobody knows",
    "other specialty",
  ]);
});

test("the house that refers comes last, however well it fits and however it is written", () => {
  const colleague = somebody("A", { workplace: "Northgate  General-hospital" });
  const stranger = somebody("B", {}, { specialties: ["oncology"], languages: ["fr"] });
  const [first, last] = rankCandidates([colleague, stranger], needs);
  expect(first?.candidate.id).toBe("B");
  expect(last).toMatchObject({ conflict: "Northgate  General-hospital" });
  expect(rankCandidates([somebody("C", { workplace: null })], needs)[0]?.conflict).toBeNull();
});

test("who treats the patient, or stands at their side, comes after everybody else, also of the house that refers", () => {
  expect(
    order(
      somebody("treats", { place: "care-team" }),
      somebody("of the house", { workplace: "Northgate General Hospital" }, { specialties: ["oncology"] }),
      somebody("another"),
    ),
  ).toEqual(["another", "of the house", "treats"]);
});

test("of two who fit alike the one with less in hand comes first, then the name", () => {
  expect(order(somebody("C", { load: 2 }), somebody("B", { load: 1 }), somebody("A", { load: 2 }))).toEqual([
    "B",
    "A",
    "C",
  ]);
});
