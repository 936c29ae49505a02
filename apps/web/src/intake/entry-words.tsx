import { type IntakeEntry, isPartialDate } from "@consilium/clinical";
import { useFormatter, useTranslations } from "use-intl";
import { dateWords } from "../record/record-words.ts";

/** One entry of a list of the intake in a line; dates as exact as they were given. */
export function EntryWords({ entry: { fields, still } }: { readonly entry: IntakeEntry }) {
  const t = useTranslations("intake");
  const format = useFormatter();
  const { name = "", on, from, to, dose, response, effects, reaction } = fields;
  const read = (date: string | undefined) => (isPartialDate(date) ? dateWords(format, date) : date);
  // Half a span stays one: "2019 –" goes on, "– 2026" began nobody knows when.
  const span = from === undefined && to === undefined ? undefined : `${read(from) ?? ""} – ${read(to) ?? ""}`;
  const when = read(on) ?? span?.trim();
  const words = [name, dose, when, response, effects, reaction].filter(
    (part) => part !== undefined && part !== "",
  );
  return (
    <span>
      {words.join(", ")} {still !== null && <small>{t(`still.${still}`)}</small>}
    </span>
  );
}
