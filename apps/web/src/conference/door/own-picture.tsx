import { IconVideoOff } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { useOwnDevices } from "../room/live-context.ts";
import { Picture } from "../room/picture.tsx";

/** Oneself, as the others will see one. */
export function OwnPicture() {
  const t = useTranslations("door");
  const { camera } = useOwnDevices();
  return (
    <div className="door-picture" data-box>
      {camera.is === "on" ? (
        <Picture track={camera.track} label={t("ownPicture")} isMirrored />
      ) : (
        <p>
          <IconVideoOff size="2rem" stroke={1.5} aria-hidden />
          {t("noPicture")}
        </p>
      )}
    </div>
  );
}
