import { organisationIdOf } from "./cast.ts";
import type { Day } from "./dates.ts";
import { type PlannedPerson, planPeople } from "./people.ts";
import { type CasePlan, planCase } from "./plan-case.ts";
import { readDemoCase } from "./read-content.ts";

/** The whole seed, from the content alone: the same for the same day. */
export interface DemoPlan {
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly zone: string;
    readonly country: string;
    readonly telephone: string;
  };
  readonly people: readonly PlannedPerson[];
  readonly cases: readonly CasePlan[];
}

export async function planDemo(today: Day): Promise<DemoPlan> {
  const [oncology, cardiology, spine] = [
    readDemoCase("oncology", today),
    readDemoCase("cardiology", today),
    readDemoCase("spine", today),
  ];
  const { organisation } = oncology;
  return {
    organisation: {
      id: organisationIdOf(oncology),
      name: organisation.name,
      zone: organisation.zone,
      country: organisation.country,
      telephone: organisation.phone,
    },
    people: planPeople([oncology, cardiology, spine]),
    cases: [
      await planCase(oncology, today),
      await planCase(cardiology, today),
      await planCase(spine, today, "draft"),
    ],
  };
}
