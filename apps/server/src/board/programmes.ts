import type { UnreadTimes } from "@consilium/clinical";
import { type Database, findOrganisation } from "@consilium/database";
import { workingDaysOf } from "../clock/working-days.ts";

export type Programme = Pick<UnreadTimes, "zone" | "days">;

/** The clocks and working days of each programme: read once for all its cases, and only where something goes by them. */
export function readProgrammes(database: Database): (organisationId: string) => Promise<Programme> {
  const known = new Map<string, Promise<Programme>>();
  return (organisationId) => {
    const found = known.get(organisationId) ?? readProgramme(database, organisationId);
    known.set(organisationId, found);
    return found;
  };
}

async function readProgramme(database: Database, organisationId: string): Promise<Programme> {
  const organisation = await findOrganisation(database, organisationId);
  if (!organisation) throw new Error("The programme of a case is not there");
  return { zone: organisation.details.zone, days: await workingDaysOf(organisation.details) };
}
