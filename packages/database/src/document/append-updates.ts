import type { AppendResult, Group, Row } from "@consilium/workspace-server";
import type { CaseKey } from "../case/case-keys.ts";
import { sealRow } from "./sealed-row.ts";

/** A document's group with the key of its case. */
export interface KeyedGroup extends Group {
  readonly key: CaseKey;
}

/** One call, one transaction, one outcome a group, in their order (SY-2). */
export const appendStatement = (groups: readonly KeyedGroup[]) => ({
  name: "append_updates",
  text: `select * from append_updates(
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
  values: [...groupColumns(groups), ...clockColumns(groups), ...rowColumns(groups)],
});

export interface Appended {
  readonly outcomes: readonly AppendResult["outcome"][];
  /** PostgreSQL's bigint comes as text. */
  readonly firsts: readonly string[];
}

export function resultOf(appended: Appended | undefined, index: number): AppendResult {
  const outcome = appended?.outcomes[index];
  if (outcome === undefined) return { outcome: "unknown" };
  return outcome === "ok" ? { outcome, sequence: Number(appended?.firsts[index]) } : { outcome };
}

/** PostgreSQL's words for an array of numbers, or of what needs no quotes: `pg` would look at each element for them. */
const arrayOf = (elements: readonly (number | string)[]): string => `{${elements.join(",")}}`;

const groupColumns = (groups: readonly Group[]) => [
  groups.map(({ document }) => document),
  groups.map(({ epoch }) => epoch),
  groups.map(({ authority }) => authority),
  groups.map(({ first }) => first ?? false),
  groups.map(({ rows }) => rows.length),
];

/** The rows of one group follow each other, so that each client id has one range in it. */
function clockColumns(groups: readonly Group[]) {
  const lines = groups.flatMap(({ document, rows }) =>
    [...rangesOf(rows)].map(([client, range]) => ({ document, client, ...range })),
  );
  return [
    lines.map(({ document }) => document),
    arrayOf(lines.map(({ client }) => client)),
    lines.map(({ person }) => person),
    arrayOf(lines.map(({ from }) => from)),
    arrayOf(lines.map(({ to }) => to)),
  ];
}

/** The next clock of an id is never this one, so a group that contradicts itself ends as a conflict. */
const nowhere = -1;

function rangesOf(rows: readonly Row[]) {
  const ranges = new Map<number, { readonly person: string; readonly from: number; readonly to: number }>();
  for (const { person, clocks } of rows) {
    for (const { client, from, to } of clocks) {
      const before = ranges.get(client);
      const follows = !before || (before.to === from && before.person === person);
      ranges.set(client, { person, from: follows ? (before?.from ?? from) : nowhere, to });
    }
  }
  return ranges;
}

function rowColumns(groups: readonly KeyedGroup[]) {
  const lines = groups.flatMap(({ document, epoch, rows, key }, group) =>
    rows.map((row, index) => ({
      group: group + 1,
      ordinal: index + 1,
      row,
      ...sealRow(key, document, row.bytes, { ...row, epoch }),
    })),
  );
  const starts = [1];
  for (const { sealed } of lines) starts.push((starts.at(-1) ?? 1) + sealed.length);
  return [
    arrayOf(lines.map(({ group }) => group)),
    arrayOf(lines.map(({ ordinal }) => ordinal)),
    lines.map(({ row }) => row.seat),
    lines.map(({ row }) => row.person),
    arrayOf(
      lines.map(
        ({ row }) => `"${arrayOf(row.clocks.flatMap(({ client, from, to }) => [client, from, to]))}"`,
      ),
    ),
    arrayOf(starts.slice(0, lines.length)),
    arrayOf(lines.map(({ sealed }) => sealed.length)),
    arrayOf(lines.map(({ row }) => row.at.getTime())),
    Buffer.concat(lines.map(({ sealed }) => sealed)),
    Buffer.concat(lines.map(({ digest }) => digest)),
  ];
}
