import type { Report, ReportPlace } from "../report.ts";
import type { LayPart } from "./part-source.ts";
import type { Words } from "./words.ts";

export const layPlaces: LayPart = ({ report, words }) =>
  report.places.length === 0
    ? undefined
    : [
        {
          type: "places",
          places: report.places.map((place) => ({
            letter: place.letter,
            text: placeLine(place, report.records, words),
          })),
        },
      ];

/** What a letter means. */
export function placeLine(
  { words, quote, record: id }: ReportPlace,
  records: Report["records"],
  { t, date }: Words,
): string {
  const record = records.find((held) => held.id === id);
  const named = record && [record.title, record.date === null ? "" : date(record.date), record.source ?? ""];
  const name = named?.filter((part) => part !== "").join(", ") ?? "";
  const said = quote === null || quote === words ? words : `${words}: ${t("printed.quoted", { quote })}`;
  return name === "" ? said : t("printed.place", { words: said, record: name });
}
