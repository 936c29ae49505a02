import type { CaseDetails } from "@consilium/database";
import { expect, test } from "vitest";
import { statementOf } from "./statement.ts";

const details: CaseDetails = {
  title: "",
  patient: { name: "", initials: "", born: null, sex: null },
  decision: null,
  decideBy: null,
  hearing: null,
  language: "en",
  patientLanguage: "en",
  country: null,
  emergency: null,
};
const licence = { number: "48 211", authority: "Socialstyrelsen", country: "SE" };

const placed = (country: string, region: string | null, kind: "clinical" | "educational"): CaseDetails => ({
  ...details,
  country,
  intake: { place: { country, region, kind, seat: "", at: "" } },
});

test.for([
  [placed("SE", null, "clinical"), /clinical opinion.* lives in Sweden\. My licence is of that country\.$/],
  [
    placed("US", "NY", "educational"),
    /between physicians.* lives in New York, United States\. My licence is of Sweden, which is another country\.$/,
  ],
  [details, /clinical opinion.* Where the patient lives was not said\.$/],
] as const)("says the kind, where the patient lives, and what the licence is of: %#", ([of, said]) => {
  expect(statementOf("UTC", of, licence)).toMatch(/^I have read this opinion as it stands/);
  expect(statementOf("UTC", of, licence)).toMatch(said);
});

test("without a licence nothing is said of one", () => {
  expect(statementOf("UTC", placed("SE", null, "clinical"), null)).toMatch(/lives in Sweden\.$/);
});
