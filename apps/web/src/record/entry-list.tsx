import {
  type AllergyEntry,
  entryDetails,
  type ListEntry,
  type MedicineEntry,
  type ProblemEntry,
} from "@consilium/clinical";
import { useFormatter, useTranslations } from "use-intl";
import { MarkedWords } from "./marked-words.tsx";
import { dateWords } from "./record-words.ts";

type Entry = AllergyEntry | ListEntry | MedicineEntry | ProblemEntry;

/** Medicines, allergies, problems, procedures and the like: what, how it stands, since when, in its source's words. */
export function EntryList({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useTranslations("record");
  if (entries.length === 0) return <p>{t("noEntries")}</p>;
  return (
    <ul className="record-entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="record-entry-title" dir="auto">
            <MarkedWords of={`entry.${entry.id}.title`} text={entry.title} />
          </p>
          <EntryDetail entry={entry} />
          <EntryFacts entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function EntryDetail({ entry }: { readonly entry: Entry }) {
  const details = entryDetails(entry).join("\n");
  if (details === "") return null;
  return (
    <p className="record-entry-detail" dir="auto">
      <MarkedWords of={`entry.${entry.id}.detail`} text={details} />
    </p>
  );
}

function EntryFacts({ entry }: { readonly entry: Entry }) {
  const t = useTranslations("record");
  const format = useFormatter();
  const { from, to, status } = entry;
  const when =
    from !== null && to !== null
      ? t("fromTo", { from: dateWords(format, from), to: dateWords(format, to) })
      : from !== null
        ? t("since", { from: dateWords(format, from) })
        : to !== null
          ? t("until", { to: dateWords(format, to) })
          : "";
  const facts = [
    status,
    when,
    "basis" in entry && entry.basis !== "unknown" ? t(`basis.${entry.basis}`) : null,
    "takenAsWritten" in entry && entry.takenAsWritten === false ? t("notTakenAsWritten") : null,
    "certainty" in entry ? entry.certainty : null,
    "severity" in entry ? entry.severity : null,
    "criticality" in entry && entry.criticality !== null
      ? t("criticality", { word: entry.criticality })
      : null,
  ].filter((fact): fact is string => fact !== null && fact !== "");
  return facts.length > 0 && <p className="record-entry-facts">{facts.join(" · ")}</p>;
}
