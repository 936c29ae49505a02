import { useTranslations } from "use-intl";
import { Avatar } from "../../design/avatar.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { strong } from "../../patient/strong.tsx";
import { useLive, useRoom } from "../room/live-context.ts";
import { othersInside } from "../room/room-state.ts";
import { TileMenu } from "./tile-menu.tsx";

interface PeopleDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Who is in, as what, and what can be done for each: also on a telephone, where there are no tiles. */
export function PeopleDialog({ isOpen, onClose }: PeopleDialogProps) {
  const t = useTranslations("call");
  const door = useTranslations("door");
  const { describe } = useLive();
  const others = othersInside(useRoom());
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("whoIsHereTitle")}>
      {others.length === 0 && <p>{t("alone")}</p>}
      <ul className="call-people">
        {others.map((peer) => {
          const { person, role, note } = describe(peer);
          return (
            <li key={peer.seat}>
              <Avatar person={person} size={36} isDecoration />
              <div>
                <p dir="auto">
                  {door.rich("nameAndRole", { name: peer.name, role: role.toLowerCase(), b: strong })}
                </p>
                <p className="door-place">{peer.handSince === null ? note : t("handUp")}</p>
              </div>
              <TileMenu peer={peer} />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
