import { documentAccess, shareFor } from "@consilium/clinical";
import {
  documentId,
  findVersion,
  noteShareOpened,
  readRows,
  type Version,
  versionsOf,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { type StateAt, stateAt } from "@consilium/workspace";
import type { DocumentId } from "@consilium/workspace-server";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";

export interface VersionText {
  readonly n: number;
  readonly name: string;
  readonly at: string;
  readonly sequence: number;
  readonly sections: Record<string, unknown>;
  readonly items: Record<string, unknown>;
  readonly evidence: Record<string, unknown>;
  /** Base64. */
  readonly state: string;
}

/** All for whoever may read the draft as a specialist; else the one that was shared. */
export async function listVersions(services: Services, visit: Visit, opinionId: string) {
  const may = versionsAllowed(services, visit, opinionId);
  if (!may.ok) return may;
  const versions = await versionsOf(
    services.open.database,
    visit.key,
    documentId(visit.row.id, `opinion.${opinionId}`),
  );
  const allowed = versions.filter(({ n }) => may.value(n));
  return ok(
    allowed.map(({ n, name, sequence, seatId, at }) => ({
      n,
      name,
      sequence,
      by: seatId,
      at: at.toISOString(),
    })),
  );
}

/** The text as it was at a named moment, built from the log up to it: what was deleted before is in none of its bytes. */
export async function readVersion(
  services: Services,
  visit: Visit,
  opinionId: string,
  n: number,
): Promise<Result<VersionText, RefusalReason>> {
  const found = await findReadableVersion(services, visit, opinionId, n);
  if (!found.ok) return found;
  await noteOpened(services, visit, opinionId);
  const { name, at, sequence } = found.value;
  const state = await stateOf(services, documentId(visit.row.id, `opinion.${opinionId}`), sequence);
  return ok({
    n,
    name,
    at: at.toISOString(),
    sequence,
    sections: { ...state.sections },
    items: { ...state.items },
    evidence: { ...state.evidence },
    state: Buffer.from(state.state).toString("base64"),
  });
}

export async function findReadableVersion(
  services: Services,
  visit: Visit,
  opinionId: string,
  n: number,
): Promise<Result<Version, RefusalReason>> {
  const may = versionsAllowed(services, visit, opinionId);
  if (!may.ok) return may;
  if (!may.value(n)) return refuse("no-such-version");
  const document = documentId(visit.row.id, `opinion.${opinionId}`);
  const version = await findVersion(services.open.database, visit.key, document, n);
  return version ? ok(version) : refuse("no-such-version");
}

function versionsAllowed(
  services: Services,
  { seat, facts }: Visit,
  opinionId: string,
): Result<(n: number) => boolean, RefusalReason> {
  if (!facts.opinions.some(({ id }) => id === opinionId)) return refuse("no-such-document");
  const { read } = documentAccess({ kind: "opinion", id: opinionId }, seat, facts, services.now());
  if (read === "no") return refuse("no-right");
  if (seat.role === "specialist") return ok(() => true);
  const share = shareFor(facts, opinionId, seat);
  return ok((n) => n === share?.version);
}

async function noteOpened(services: Services, { seat, facts }: Visit, opinionId: string): Promise<void> {
  const share = shareFor(facts, opinionId, seat);
  if (!share) return;
  const { organisationId, caseId, id } = seat;
  await noteShareOpened(services.open.database, {
    shareId: share.id,
    seatId: id,
    organisationId,
    caseId,
    at: services.now(),
  });
}

const rowsAtOnce = 5_000;

export async function stateOf(
  { open, keys }: Services,
  document: DocumentId,
  sequence: number,
): Promise<StateAt> {
  const rows = [];
  for (let after = 0; after < sequence;) {
    const page = await readRows(open.pool, keys, document, { after, to: sequence, limit: rowsAtOnce });
    rows.push(...page);
    if (page.length < rowsAtOnce) break;
    after = page.at(-1)?.sequence ?? sequence;
  }
  const log = rows.map(({ sequence: at, seat, person, at: when, bytes }) => ({
    sequence: at,
    seatId: seat,
    personId: person,
    at: when.getTime(),
    bytes,
  }));
  return stateAt(log, sequence);
}
