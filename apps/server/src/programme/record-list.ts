import { type ListedType, specialtyList } from "@consilium/clinical";
import { type Database, newestContent } from "@consilium/database";
import { KeptList } from "./programme-schemas.ts";

/** The records that a programme asks for in a specialty: by its own list, or by the one that comes along. */
export async function recordListOf(
  database: Database,
  { organisationId, specialty }: { readonly organisationId: string; readonly specialty: string },
): Promise<readonly ListedType[]> {
  const own = await newestContent(database, organisationId, "list", specialty);
  return own?.body ? KeptList.parse(own.body).records : specialtyList(specialty);
}
