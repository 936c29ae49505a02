import type { Database } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import { programmeAs } from "../triage/save-practice.ts";
import { contentInForce, type InForce } from "./content-in-force.ts";
import {
  type CaseTemplates,
  KeptList,
  KeptSafety,
  KeptTemplate,
  mostTemplates,
  type ProgrammeContent,
  type ProgrammeList,
  type ProgrammeSafety,
  type ProgrammeTemplate,
} from "./programme-schemas.ts";

/** Undefined: they coordinate no programme. */
export async function readContent(
  services: Services,
  personId: string,
): Promise<z.infer<typeof ProgrammeContent> | undefined> {
  const programme = await programmeAs(services, personId, "coordinator");
  if (!programme) return undefined;
  const { database } = services.open;
  const templates = await contentInForce(database, programme.organisationId, "template", KeptTemplate);
  const lists = await contentInForce(database, programme.organisationId, "list", KeptList);
  return {
    programme: programme.name,
    templates: templates.map(tellTemplate).toSorted(bySpecialtyAndName),
    mostTemplates,
    lists: lists.map(tellList),
    safety: await safetyOf(database, programme.organisationId),
  };
}

/** The templates that a draft of a case can begin with. Undefined: a seat that writes no opinion. */
export async function templatesOfCase(
  { open: { database } }: Services,
  { row, seat }: Visit,
): Promise<z.infer<typeof CaseTemplates>["items"] | undefined> {
  if (seat.role !== "specialist") return undefined;
  const found = await contentInForce(database, row.organisationId, "template", KeptTemplate);
  return found
    .filter(({ body }) => body.specialty === row.specialty)
    .map(({ id, version, body: { name, language, sections } }) => ({ id, version, name, language, sections }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** What a programme adds to the words of the gate of emergencies; null: nothing. */
export async function safetyOf(
  database: Database,
  organisationId: string,
): Promise<z.infer<typeof ProgrammeSafety> | null> {
  const [own] = await contentInForce(database, organisationId, "safety", KeptSafety);
  return own ? tellSafety(own) : null;
}

type Told<Body> = Pick<InForce<Body>, "version" | "at" | "by">;

const written = ({ version, at, by }: Told<unknown>) => ({ version, changed: at.toISOString(), by });

export const tellTemplate = ({
  id,
  body,
  ...row
}: InForce<z.infer<typeof KeptTemplate>>): z.infer<typeof ProgrammeTemplate> => ({
  id,
  ...body,
  ...written(row),
});

export const tellList = ({
  id,
  body,
  ...row
}: InForce<z.infer<typeof KeptList>>): z.infer<typeof ProgrammeList> => ({
  specialty: id,
  ...body,
  ...written(row),
});

export const tellSafety = ({
  body,
  ...row
}: InForce<z.infer<typeof KeptSafety>>): z.infer<typeof ProgrammeSafety> => ({ ...body, ...written(row) });

const bySpecialtyAndName = (
  one: z.infer<typeof ProgrammeTemplate>,
  other: z.infer<typeof ProgrammeTemplate>,
): number => one.specialty.localeCompare(other.specialty) || one.name.localeCompare(other.name);
