import { useId } from "react";
import type { CasePerson } from "../case/people.ts";
import { Avatar } from "../design/avatar.tsx";

export interface PersonChoiceProps {
  readonly legend: string;
  readonly hint?: string;
  readonly people: readonly CasePerson[];
  /** A seat; null: nobody. */
  readonly chosen: string | null;
  readonly onChoose: (seat: string | null) => void;
  /** What choosing nobody is called, where that may be. */
  readonly nobody?: string;
}

/** One of the people of the case. */
export function PersonChoice({ legend, hint, people, chosen, onChoose, nobody }: PersonChoiceProps) {
  const name = useId();
  const choice = (seat: string | null) => ({
    type: "radio",
    name,
    checked: chosen === seat,
    onChange: () => onChoose(seat),
  });
  return (
    <fieldset className="person-choice">
      <legend>{legend}</legend>
      {hint && <p>{hint}</p>}
      <div>
        {nobody !== undefined && (
          <label>
            <input {...choice(null)} />
            {nobody}
          </label>
        )}
        {people.map((person) => (
          <label key={person.seat}>
            <input {...choice(person.seat)} />
            <Avatar person={person} size={20} isDecoration />
            {person.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
