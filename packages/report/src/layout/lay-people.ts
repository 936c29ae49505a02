import type { ReportPerson } from "../report-people.ts";
import type { Report } from "../report.ts";
import { writersOf } from "../writers.ts";
import type { Layout } from "./layout.ts";
import type { Words } from "./words.ts";

/** Who it is about, who asked, who wrote. */
export function layPeople(report: Report, { t, date }: Words): Layout["people"] {
  const { patient } = report;
  const born = patient.born === null ? "" : date(patient.born);
  const birth =
    born === ""
      ? (patient.sex ?? "")
      : patient.sex === null
        ? t("printed.born", { born })
        : t("printed.bornSex", { born, sex: patient.sex });
  return [
    {
      title: t("printed.patient"),
      lines: [patient.name, birth, t("printed.case", { number: report.case.number })].filter(isSaid),
    },
    { title: t("printed.askedBy"), lines: report.askedBy.flatMap(linesOf) },
    {
      title: t("printed.writtenBy"),
      lines: [...writersOf(report).flatMap(linesOf), report.organisation.name],
    },
  ];
}

const isSaid = (words: string): boolean => words !== "";

const linesOf = ({ name, profession, workplace }: ReportPerson): string[] =>
  [[name, profession].filter((part) => part !== null && isSaid(part)).join(", "), workplace ?? ""].filter(
    isSaid,
  );
