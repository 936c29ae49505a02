import { runIn } from "./blocks.ts";
import type { LayPart } from "./part-source.ts";

export const layOptions: LayPart = ({ report, words: { t } }) => [
  ...report.options.flatMap(({ label, name, isPreferred, text }) => {
    const named = isPreferred ? t("printed.preferred", { name }) : name;
    return runIn(`${[label, named].filter((part) => part !== "").join(". ")}.`, text);
  }),
  ...report.sections.options,
];
