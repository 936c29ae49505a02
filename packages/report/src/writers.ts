import type { ReportPerson } from "./report-people.ts";
import type { Report } from "./report.ts";

/** Whoever wrote the opinion: first whoever signed it. */
export const writersOf = ({ signers, contributors = [] }: Report): readonly ReportPerson[] => [
  ...signers,
  ...contributors.filter(({ wrote }) => wrote),
];
