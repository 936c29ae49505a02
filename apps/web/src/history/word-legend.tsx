import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import { countWordsByPerson } from "./count-words.ts";
import type { SectionDifference } from "./history-api.ts";

/** Whose colour is whose, and how many words each wrote and took away. */
export function WordLegend({ sections }: { readonly sections: readonly SectionDifference[] }) {
  const t = useTranslations("history");
  const people = usePeople();
  const counts = countWordsByPerson(sections);
  if (counts.length === 0) return null;
  return (
    <ul className="history-legend" aria-label={t("wordsByPerson")}>
      {counts.map(({ seat, added, removed }) => {
        const person = people.get(seat);
        const name = person?.name ?? t("somebody");
        return (
          <li key={seat} data-person={person?.colour ?? "slate"}>
            <span className="history-legend-line" />
            {removed > 0 ? t("wordsAndRemoved", { name, added, removed }) : t("words", { name, added })}
          </li>
        );
      })}
    </ul>
  );
}
