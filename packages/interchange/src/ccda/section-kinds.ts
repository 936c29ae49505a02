import { attribute, element, elements, type XmlElement } from "../xml/xml-element.ts";
import { convertAllergy } from "./allergies.ts";
import { convertImmunization, convertMedicine } from "./medicines.ts";
import { convertGoal, convertPlan } from "./plans.ts";
import { convertProblem } from "./problems.ts";
import { convertEncounter, convertProcedure } from "./procedures.ts";
import { convertObservations } from "./results.ts";
import { isIntended, moodOf } from "./statements.ts";
import { alone, type Converter, type StatementConverter } from "./target.ts";

interface SectionKind {
  /** LOINC codes of sections. */
  readonly codes: string;
  /** Last parts of C-CDA's identifiers of section templates, for sections without a code. */
  readonly templates: string;
  readonly convert: Converter;
}

/** Sections about things done may hold things planned: these are plans wherever they stand. */
const orPlan =
  (convert: StatementConverter): Converter =>
  (statement, target) =>
    alone(isIntended(statement) || moodOf(statement) === "GOL" ? convertPlan : convert)(statement, target);

const kinds: readonly SectionKind[] = [
  {
    // Problems, past illness, diagnoses at admission, at discharge, before and after operations, complications.
    codes: "11450-4 11348-0 46241-6 11535-2 10219-4 10218-6 55109-3 59769-0 29308-4",
    templates: "5 5.1 20 24 34 35 36 37 43",
    convert: convertProblem,
  },
  { codes: "48765-2", templates: "6 6.1", convert: convertAllergy },
  {
    codes: "10160-0 10183-2 42346-7 29549-3 75311-1",
    templates: "1 1.1 11 11.1 38 44",
    convert: alone(convertMedicine),
  },
  { codes: "11369-6", templates: "2 2.1", convert: orPlan(convertImmunization) },
  { codes: "30954-2 26436-6", templates: "3 3.1", convert: convertObservations("laboratory") },
  { codes: "8716-3", templates: "4 4.1", convert: convertObservations("vital-signs") },
  { codes: "29762-2", templates: "17", convert: convertObservations("social-history") },
  { codes: "47420-5 10190-7 29545-1", templates: "14 56", convert: convertObservations("exam") },
  { codes: "47519-4 29554-3", templates: "7 7.1", convert: orPlan(convertProcedure) },
  { codes: "46240-8", templates: "22 22.1", convert: orPlan(convertEncounter) },
  { codes: "18776-5 51847-2", templates: "9 10", convert: alone(convertPlan) },
  { codes: "61146-7", templates: "60", convert: alone(convertGoal) },
];

const byCode = new Map<string, Converter>(
  kinds.flatMap(({ codes, convert }) => codes.split(" ").map((code) => [code, convert] as const)),
);
const byTemplate = new Map<string, Converter>(
  kinds.flatMap(({ templates, convert }) =>
    templates.split(" ").map((last) => [`2.16.840.1.113883.10.20.22.2.${last}`, convert] as const),
  ),
);

/** How the entries of a section are read; undefined for sections that are kept as text only. */
export function converterOf(section: XmlElement): Converter | undefined {
  const byItsCode = byCode.get(attribute(element(section, "code"), "code") ?? "");
  if (byItsCode !== undefined) return byItsCode;
  return elements(section, "templateId")
    .map((id) => byTemplate.get(attribute(id, "root") ?? ""))
    .find((convert) => convert !== undefined);
}
