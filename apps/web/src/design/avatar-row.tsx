import "./avatar-row.css";
import { useTranslations } from "use-intl";
import { Avatar, type AvatarPerson, type Presence } from "./avatar.tsx";

export interface AvatarRowProps {
  readonly people: readonly (AvatarPerson & { readonly id: string; readonly presence?: Presence })[];
  readonly size?: 20 | 24 | 28;
  /** What the list is called for a screen reader; "People of this case" without it. */
  readonly label?: string;
}

export function AvatarRow({ people, size = 28, label }: AvatarRowProps) {
  const t = useTranslations("person");
  return (
    <ul className="avatar-row" aria-label={label ?? t("inTheCase")}>
      {people.map((person) => (
        <li key={person.id}>
          <Avatar person={person} presence={person.presence ?? "of-case"} size={size} />
        </li>
      ))}
    </ul>
  );
}
