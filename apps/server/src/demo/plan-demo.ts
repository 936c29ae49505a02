import type { Day } from "@consilium/foundation";
import { organisationIdOf } from "./cast.ts";
import type { DemoCase } from "./content.ts";
import { type PlannedPerson, planPeople } from "./people.ts";
import { type CasePlan, planCase } from "./plan-case.ts";
import { type DemoCaseName, demoCaseNames, readDemoCase } from "./read-content.ts";

/** Whom the demo needs, before any case is planned. */
export interface ProgrammePlan {
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly zone: string;
    readonly country: string;
    readonly telephone: string;
  };
  readonly people: readonly PlannedPerson[];
}

export type DemoContent = readonly (readonly [DemoCaseName, DemoCase])[];

export const readDemo = (today: Day): DemoContent =>
  demoCaseNames.map((name) => [name, readDemoCase(name, today)] as const);

/** All cases are of one programme. */
export function planProgramme(content: DemoContent): ProgrammePlan {
  const cases = content.map(([, written]) => written);
  const [first] = cases;
  if (!first) throw new Error("There are no demo cases");
  const { name, zone, country, phone } = first.organisation;
  return {
    organisation: { id: organisationIdOf(first), name, zone, country, telephone: phone },
    people: planPeople(cases),
  };
}

/** From the content alone: the same for the same day. Spine stays a draft. */
export async function planCases(content: DemoContent, today: Day): Promise<readonly CasePlan[]> {
  const plans: CasePlan[] = [];
  for (const [name, written] of content)
    plans.push(await planCase(written, today, name === "spine" ? "draft" : undefined));
  return plans;
}
