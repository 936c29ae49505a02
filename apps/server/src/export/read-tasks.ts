import { feasibilitiesOfCase, requestRowsOfCases } from "@consilium/database";
import type { ExportedTask } from "@consilium/exchange";
import { plainWords, type Report } from "@consilium/report";
import type { Visit } from "../api/api-context.ts";
import { describeRequests } from "../case/describe-requests.ts";
import { opinionOf } from "../report/find-reports.ts";
import type { Services } from "../services.ts";
import type { SignedReport } from "./read-reports.ts";

const requestStates = {
  open: "requested",
  here: "completed",
  unavailable: "rejected",
  "not-applicable": "cancelled",
} as const;

/** Records that were asked for, and what the signed reports that stand recommend. */
export async function readTasks(
  services: Services,
  { row, key, seat }: Visit,
  reports: readonly SignedReport[],
): Promise<readonly ExportedTask[]> {
  const { database } = services.open;
  const rows = await requestRowsOfCases(database, [row.id]);
  const requests = describeRequests(key, rows, seat).map(
    ({ id, what, from, state, asked, due, answer }): ExportedTask => ({
      id,
      kind: "record request",
      words: what,
      state: requestStates[state],
      at: asked,
      due,
      owner: from,
      answer,
    }),
  );
  const said = new Map(
    (await feasibilitiesOfCase(database, key)).map((one) => [
      `${one.documentId.split(".").at(-1)}/${one.item}`,
      one.state,
    ]),
  );
  const advised = reports
    .filter(({ stored }) => stored.state === "current")
    .flatMap(({ stored, report }) => tasksOf(report, (item) => said.get(`${opinionOf(stored)}/${item}`)));
  return [...requests, ...advised];
}

const tasksOf = (report: Report, stateOf: (item: string) => string | undefined): readonly ExportedTask[] =>
  report.recommendations.map(({ id, action, owner, due }) => {
    const said = stateOf(id);
    return {
      id,
      kind: "recommendation",
      words: plainWords(action),
      state: said === "done" ? "completed" : said === "not-available" ? "rejected" : "requested",
      at: report.signedAt,
      due,
      owner: owner?.name ?? null,
      answer: null,
    };
  });
