import { IconDots } from "@tabler/icons-react";
import type { Peer } from "@consilium/conference";
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
  const t = useTranslations("conference.call");
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
      <Dialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t("removeTitle", { name })}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{t("removeNot")}</Button>
            <Button
              look="filled"
              onClick={() => {
                setAsked(false);
                attempt(() => client.ask("remove", { seat }));
              }}
            >
              {t("removeAct")}
            </Button>
          </>
        }
      >
        <p>{t("removeText")}</p>
      </Dialog>
    </div>
  );
}
