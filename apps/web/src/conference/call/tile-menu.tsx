import type { Peer } from "@consilium/conference";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { Menu, MenuItem } from "../../design/menu.tsx";
import { useLive, useRoom } from "../room/live-context.ts";
import { sentBy } from "../room/room-state.ts";
import { useCall } from "./call-context.ts";

/** For clinicians: silencing somebody, and taking somebody out who is none. */
export function TileMenu({ peer }: { readonly peer: Peer }) {
  const t = useTranslations("call");
  const { client } = useLive();
  const { attempt } = useCall();
  const room = useRoom();
  const [isAsked, setAsked] = useState(false);
  const { name, seat } = peer;
  const spoken = sentBy(room, seat, "microphone");
  const mayMute = room.may.includes("mute") && spoken !== undefined && !spoken.paused;
  const mayRemove = room.may.includes("remove") && peer.party !== "host";
  if (!mayMute && !mayRemove) return null;
  return (
    <div className="tile-menu">
      <Menu
        target={
          <button type="button" aria-label={t("tileMenu", { name })}>
            <IconDots size="1.125rem" stroke={1.75} aria-hidden />
          </button>
        }
      >
        {mayMute && (
          <MenuItem onClick={() => attempt(() => client.ask("mute", { seat }))}>
            {t("muteOne", { name })}
          </MenuItem>
        )}
        {mayRemove && (
          <MenuItem isDanger onClick={() => setAsked(true)}>
            {t("removeOne", { name })}
          </MenuItem>
        )}
      </Menu>
      <RemoveDialog peer={peer} isOpen={isAsked} onClose={() => setAsked(false)} />
    </div>
  );
}

interface RemoveDialogProps {
  readonly peer: Peer;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asked once more: they are out at once by it. */
function RemoveDialog({ peer: { name, seat }, isOpen, onClose }: RemoveDialogProps) {
  const t = useTranslations("call");
  const { client } = useLive();
  const { attempt } = useCall();
  const remove = () => {
    onClose();
    attempt(() => client.ask("remove", { seat }));
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("removeTitle", { name })}
      actions={
        <>
          <Button onClick={onClose}>{t("removeNot")}</Button>
          <Button isDanger onClick={remove}>
            {t("removeAct")}
          </Button>
        </>
      }
    >
      <p>{t("removeText")}</p>
    </Dialog>
  );
}
