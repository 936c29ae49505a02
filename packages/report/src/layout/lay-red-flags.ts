import { line } from "./blocks.ts";
import type { Grid } from "./layout.ts";
import type { LayPart } from "./part-source.ts";

export const layRedFlags: LayPart = ({ report: { redFlags, sections }, words: { t } }) => {
  const table: Grid = {
    type: "grid",
    columns: [
      { title: t("printed.sign"), share: 5 },
      { title: t("printed.doThis"), share: 8 },
      { title: t("printed.when"), share: 4 },
    ],
    rows: redFlags.map(({ symptom, action, when }) => [line(symptom), action, line(when)]),
  };
  return [...(redFlags.length > 0 ? [table] : []), ...sections.redflags];
};
