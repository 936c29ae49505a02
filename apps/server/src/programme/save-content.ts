import {
  type Database,
  findPerson,
  holdContentOf,
  insertContent,
  newestContent,
  newestContentOf,
  type OrganisationContentKind,
  recordAct,
} from "@consilium/database";
import { createUlid, ok, refuse, type Result, secureRandom } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import { programmeAs } from "../triage/save-practice.ts";
import type { InForce } from "./content-in-force.ts";
import { mostTemplates } from "./programme-schemas.ts";

/** Which piece of content somebody writes. */
export interface Piece {
  readonly kind: OrganisationContentKind;
  readonly id: string;
  /** A list or the words of safety can begin, also anew; a template only under an id that is made here. */
  readonly mayBegin: boolean;
}

export const newTemplate = (services: Services): Piece => ({
  kind: "template",
  id: createUlid(services.now().getTime(), secureRandom),
  mayBegin: true,
});

/** There is one a programme. */
export const safetyNote: Piece = { kind: "safety", id: "safety", mayBegin: true };

/** `from`: the version that whoever writes had before them; 0: there was none. */
export interface Written<Body> {
  readonly from: number;
  /** Null: it is taken back. */
  readonly body: Body;
}

/**
 * Writes the next version of a piece of a programme's content. Whoever did not have the newest version before them is refused:
 * nobody's words are written over unseen.
 */
export async function saveContent<Body extends object | null>(
  services: Services,
  personId: string,
  { kind, id, mayBegin }: Piece,
  written: Written<Body>,
): Promise<Result<InForce<Body>, RefusalReason>> {
  const programme = await programmeAs(services, personId, "coordinator");
  if (!programme) return refuse("not-a-coordinator");
  const { organisationId } = programme;
  return services.open.database.transaction(async (transaction) => {
    await holdContentOf(transaction, organisationId);
    const newest = await newestContent(transaction, organisationId, kind, id);
    const fault = faultOf(newest, written, mayBegin);
    if (fault) return refuse(fault);
    if (newest === undefined && (await isFull(transaction, organisationId, kind)))
      return refuse("too-many-templates");
    const at = services.now();
    const version = (newest?.version ?? 0) + 1;
    await insertContent(transaction, { organisationId, kind, id, version, body: written.body, personId, at });
    const act = written.body === null ? "content.taken-back" : "content.written";
    const subject = `${kind}:${id}`;
    await recordAct(transaction, { organisationId, personId, act, subject, body: { version } });
    const person = await findPerson(transaction, personId);
    return ok({ id, version, at, by: person?.name ?? "", body: written.body });
  });
}

function faultOf(
  newest: { readonly version: number; readonly body: unknown } | undefined,
  { from, body }: Written<unknown>,
  mayBegin: boolean,
): RefusalReason | undefined {
  const standing = newest && newest.body !== null ? newest.version : 0;
  if (standing === 0 && (!mayBegin || from !== 0 || body === null)) return "no-such-content";
  return from === standing ? undefined : "content-changed";
}

async function isFull(
  transaction: Database,
  organisationId: string,
  kind: OrganisationContentKind,
): Promise<boolean> {
  if (kind !== "template") return false;
  const all = await newestContentOf(transaction, organisationId, kind);
  return all.filter(({ body }) => body !== null).length >= mostTemplates;
}
