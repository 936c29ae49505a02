import type { ReportRecord } from "../report.ts";
import type { Block } from "../text.ts";
import { heading, line, paragraph, text } from "./blocks.ts";
import type { Grid, LayoutBlock } from "./layout.ts";
import type { LayPart } from "./part-source.ts";
import type { Words } from "./words.ts";

/** What the authors wrote of it, then every record by itself, then what was not there. */
export const layRecords: LayPart = ({ report: { sections, records, missing }, words }) => {
  const gaps: readonly Block[] =
    missing.length === 0
      ? []
      : [
          heading(words.t("printed.missing")),
          {
            type: "list",
            start: null,
            items: missing.map(({ name, because }) => [
              paragraph(text(`${name}. `, true), text(because ?? words.t("printed.notCome"))),
            ]),
          },
        ];
  const table: readonly LayoutBlock[] = records.length === 0 ? [] : [tableOf(records, words)];
  return [...sections.records, ...table, ...gaps];
};

const tableOf = (records: readonly ReportRecord[], { t, date }: Words): Grid => ({
  type: "grid",
  columns: [
    { title: t("printed.record"), share: 7 },
    { title: t("printed.date"), share: 3 },
    { title: t("printed.source"), share: 6 },
    { title: t("printed.seen"), share: 3 },
  ],
  rows: records.map((record) => [
    line(record.title),
    line(record.date === null ? "" : date(record.date)),
    line(record.source ?? ""),
    line(record.seen === null ? "" : t(`printed.seenAs.${record.seen}`)),
  ]),
});
