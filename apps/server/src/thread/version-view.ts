import { createHash } from "node:crypto";
import { isSeated, shareFor } from "@consilium/clinical";
import { documentId, findCase, findSeat, readCaseFacts } from "@consilium/database";
import { ok, type Result } from "@consilium/foundation";
import { indexDocument, type Thread, threadsVisibleIn } from "@consilium/workspace";
import * as Y from "yjs";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { isNewerBeingWritten } from "../opinion/newer-version.ts";
import { findReadableVersion, stateOf } from "../opinion/read-version.ts";
import type { Services } from "../services.ts";
import { readerOf, readThreads } from "./read-threads.ts";
import type { VersionReader } from "./version-readers.ts";

/** What somebody who was given a version sees of the others, apart from its text. */
export interface VersionView {
  readonly threads: readonly Thread[];
  /** Whether the draft has gone on since. */
  readonly newer: boolean;
  /** Of both: another one means that there is something to fetch again. */
  readonly digest: string;
}

/** Only threads whose words stand in the version, anchored in it anew. Refuses a version that this seat may not read. */
export async function viewVersion(
  services: Services,
  visit: Visit,
  opinionId: string,
  n: number,
): Promise<Result<VersionView, RefusalReason>> {
  const version = await findReadableVersion(services, visit, opinionId, n);
  if (!version.ok) return version;
  const document = documentId(visit.row.id, `opinion.${opinionId}`);
  const all = await readThreads(services, visit, `opinion.${opinionId}`, readerOf(visit.seat));
  const { state } = await stateOf(services, document, version.value.sequence);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const index = indexDocument(doc);
  const threads = threadsVisibleIn(index, all);
  index.close();
  const head = (await services.log.heads([document])).get(document);
  const newer = isNewer(visit, opinionId, head?.sequence ?? 0);
  const digest = createHash("sha256").update(JSON.stringify({ threads, newer })).digest("hex");
  return ok({ threads, newer, digest });
}

function isNewer({ facts, seat }: Pick<Visit, "facts" | "seat">, id: string, sequence: number): boolean {
  const opinion = facts.opinions.find((found) => found.id === id);
  return opinion !== undefined && isNewerBeingWritten(opinion, sequence, shareFor(facts, id, seat));
}

/** What the reader would be answered now, on facts read now. Undefined: nothing. */
export async function viewOfReader(
  services: Services,
  { caseId, opinionId, seatId, n }: VersionReader,
): Promise<VersionView | undefined> {
  const { database } = services.open;
  const [row, seat] = await Promise.all([findCase(database, caseId), findSeat(database, seatId)]);
  if (!row?.wrappedKey || seat?.caseId !== caseId || !isSeated(seat, services.now())) return undefined;
  const visit = { seat, row, key: await services.keys.of(caseId), facts: await readCaseFacts(database, row) };
  const view = await viewVersion(services, visit, opinionId, n);
  return view.ok ? view.value : undefined;
}
