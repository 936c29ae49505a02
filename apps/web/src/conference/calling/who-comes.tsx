import { useTranslations } from "use-intl";
import type { CasePerson } from "../../case/people.ts";
import { CheckList } from "../../design/choice-list.tsx";

export interface WhoComesProps {
  readonly legend: string;
  /** Where the title asks it already. */
  readonly isLegendHidden?: boolean;
  readonly people: readonly CasePerson[];
  /** Seats. */
  readonly chosen: readonly string[];
  readonly onChoose: (seats: readonly string[]) => void;
}

/** Each with what they are in the case: names alone may be two people's. */
export function WhoComes({ legend, isLegendHidden = false, people, chosen, onChoose }: WhoComesProps) {
  const t = useTranslations("workspace.role");
  return (
    <CheckList
      legend={legend}
      isLegendHidden={isLegendHidden}
      options={people.map(({ seat, name, role }) => ({ value: seat, label: name, hint: t(role) }))}
      values={chosen}
      onChange={onChoose}
    />
  );
}
