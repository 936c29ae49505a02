import "./viewing-list.css";
import { IconEye } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import type { CasePerson } from "../case/people.ts";
import { Button } from "../design/button.tsx";
import { useLookingTogether } from "./looking-together.ts";
import { iconLook } from "./mark-icon.tsx";

export interface ViewingListProps {
  /** Who else looks here, and at what, in words. */
  readonly viewings: readonly { readonly person: CasePerson; readonly words: string }[];
  /** The seat that is followed. */
  readonly following: string | undefined;
  readonly onFollow: (seat: string | undefined) => void;
}

/** Who else looks at what lies open, and where, each to be followed. Where all look together, whoever shows it is named above. */
export function ViewingList({ viewings, following, onFollow }: ViewingListProps) {
  const t = useTranslations("imaging");
  const isTogether = useLookingTogether() !== undefined;
  if (viewings.length === 0 || isTogether) return null;
  return (
    <ul className="viewing-line">
      {viewings.map(({ person, words }) => {
        const isFollowed = following === person.seat;
        return (
          <li key={person.seat} data-person={person.colour}>
            <IconEye {...iconLook} />
            <span>{words}</span>
            <Button size="small" look="quiet" onClick={() => onFollow(isFollowed ? undefined : person.seat)}>
              {isFollowed ? t("stopFollowing") : t("follow")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
