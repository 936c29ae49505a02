import { type ListedType, specialtyList } from "@consilium/clinical";
import { type Database, newestContent } from "@consilium/database";
import { KeptList } from "./programme-schemas.ts";

/**
 * The records that a programme asks for in a specialty: by its own list, or by the one that comes along. What a record blocks, where the
 * programme's own list does not say it, is what the one that comes along says of it.
 */
export async function recordListOf(
  database: Database,
  { organisationId, specialty }: { readonly organisationId: string; readonly specialty: string },
): Promise<readonly ListedType[]> {
  const own = await newestContent(database, organisationId, "list", specialty);
  const along = specialtyList(specialty);
  if (!own?.body) return along;
  const said = new Map(along.map(({ type, blocks }) => [type, blocks]));
  return KeptList.parse(own.body).records.map((record) => ({
    ...record,
    blocks: record.blocks ?? said.get(record.type) ?? null,
  }));
}
