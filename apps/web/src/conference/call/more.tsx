import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { MenuItem } from "../../design/menu.tsx";
import { DeviceDialog } from "../door/device-dialog.tsx";
import { useRoom } from "../room/live-context.ts";
import { AnotherDevice } from "./another-device.tsx";
import { useCall } from "./call-context.ts";
import { EndDialog } from "./end-dialog.tsx";
import { PeopleDialog } from "./people-dialog.tsx";

type Open = "people" | "devices" | "another" | "end";

export interface More {
  readonly open: (dialog: Open) => void;
  /** Stand beside the menu, which goes when one is chosen. */
  readonly dialogs: ReactNode;
}

/** What is needed now and then. */
export function useMore(): More {
  const [isOpen, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return {
    open: setOpen,
    dialogs: (
      <>
        <PeopleDialog isOpen={isOpen === "people"} onClose={close} />
        <DeviceDialog isOpen={isOpen === "devices"} onClose={close} />
        <AnotherDevice isOpen={isOpen === "another"} onClose={close} />
        <EndDialog isOpen={isOpen === "end"} onClose={close} />
      </>
    ),
  };
}

export function MoreItems({ more: { open } }: { readonly more: More }) {
  const t = useTranslations("call");
  const { arePicturesOff, turnPictures } = useCall();
  const { may } = useRoom();
  return (
    <>
      <MenuItem onClick={() => turnPictures(!arePicturesOff)}>
        {arePicturesOff ? t("picturesOn") : t("picturesOff")}
      </MenuItem>
      <MenuItem onClick={() => open("people")}>{t("whoIsHere")}</MenuItem>
      <MenuItem onClick={() => open("devices")}>{t("devices")}</MenuItem>
      {may.length > 0 && <MenuItem onClick={() => open("another")}>{t("anotherDevice")}</MenuItem>}
      {may.includes("end") && (
        <MenuItem isDanger onClick={() => open("end")}>
          {t("endForAll")}
        </MenuItem>
      )}
    </>
  );
}
