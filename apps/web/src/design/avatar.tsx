import "./avatar.css";
import { useTranslations } from "use-intl";
import type { PersonColour } from "./person-colour.ts";

/** `ring`: here now. `plain`: of the case. `outline`: away. */
export type Presence = "here" | "of-case" | "away";

/** Clinicians and staff are round; the patient's side is square. */
export type Side = "clinic" | "patient";

export interface AvatarPerson {
  readonly name: string;
  readonly initials: string;
  readonly colour: PersonColour;
  readonly side: Side;
}

export interface AvatarProps {
  readonly person: AvatarPerson;
  readonly presence?: Presence;
  /** Pixels at 16 px of text. */
  readonly size?: 20 | 24 | 28 | 34 | 36;
  /** Beside the written name: then a screen reader need not hear it twice. */
  readonly isDecoration?: boolean;
}

export function Avatar({ person, presence = "of-case", size = 24, isDecoration = false }: AvatarProps) {
  const t = useTranslations("person");
  const said = t(`presence.${presence}`, { name: person.name });
  return (
    <span
      className="avatar"
      data-person={person.colour}
      data-side={person.side}
      data-presence={presence}
      data-size={size}
      translate="no"
      {...(isDecoration ? { "aria-hidden": true } : { role: "img", "aria-label": said, title: said })}
    >
      {person.initials}
    </span>
  );
}
