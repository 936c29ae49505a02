import { addendaOfCase, createDocument, documentId, insertAddendum, seedDocument } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { type Done, runCommand, type Scope } from "../command/run-command.ts";
import { seedRow } from "../document/seed-row.ts";
import { opinionObject } from "../opinion/opinion-object.ts";
import { findReport, opinionOf } from "../report/find-reports.ts";
import type { Services } from "../services.ts";
import { forgetLateWords, lateWords, type LateWords } from "./late-words.ts";

interface Begun {
  readonly addendum: string;
}

/**
 * An author adds to a signed report that stands: a text of its own, which is read once it is signed. One at a time is written
 * to a report. `late`: it begins with what this seat wrote after the opinion was closed, which is then no late draft any more.
 */
export async function beginAddendum(
  services: Services,
  visit: Visit,
  reportId: string,
  late: boolean,
): Promise<Result<Begun, RefusalReason>> {
  const found = await findReport(services, visit, reportId);
  if (!found.ok) return found;
  if (found.value.state !== "current") return refuse("not-now");
  const opinion = opinionOf(found.value);
  const words = late ? await lateWords(services, visit, `opinion.${opinion}`) : undefined;
  if (late && !words) return refuse("no-such-draft");
  const kind = {
    command: "begin, sign an addendum",
    changesRights: true,
    object: opinionObject(opinion),
  } as const;
  return runCommand(services, commanderOf(visit), kind, (scope) => begin(services, scope, reportId, words));
}

async function begin(
  services: Services,
  scope: Scope,
  reportId: string,
  words: LateWords | undefined,
): Promise<Result<Done<Begun>, RefusalReason>> {
  const { transaction, row, seat, key, at } = scope;
  const others = await addendaOfCase(transaction, key);
  if (others.some((one) => one.reportId === reportId && one.signedAt === null))
    return refuse("addendum-open");
  const addendum = services.createId();
  const document = documentId(row.id, `addendum.${addendum}`);
  await createDocument(transaction, { document });
  if (words) {
    const seeded = await seedDocument(transaction, key, {
      document,
      rows: [seedRow(words.content, seat, at)],
    });
    if (seeded.outcome !== "ok") throw new Error(`The words were not taken: ${seeded.outcome}`);
    if (!(await forgetLateWords(scope, words))) return refuse("no-such-draft");
  }
  const of = { organisationId: row.organisationId, caseId: row.id };
  await insertAddendum(transaction, { documentId: document, ...of, reportId, seatId: seat.id, at });
  return ok({
    value: { addendum },
    act: "addendum.begun",
    subject: addendum,
    body: { report: reportId, late: words !== undefined },
    documents: [`addendum.${addendum}`],
  });
}
