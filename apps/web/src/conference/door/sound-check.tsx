import { useState } from "react";
import { useTranslations } from "use-intl";
import { playSound } from "../devices/play-sound.ts";
import { useOwnDevices } from "../room/live-context.ts";
import type { CheckProps } from "./camera-check.tsx";
import { CheckRow } from "./check-row.tsx";
import { LinkButton } from "./link-button.tsx";

type Heard = "unknown" | "asked" | "heard" | "not-heard";

/** Whether one hears the others is known to oneself alone. */
export function SoundCheck({ onChange }: CheckProps) {
  const t = useTranslations("door");
  const { speaker } = useOwnDevices();
  const [heard, setHeard] = useState<Heard>("unknown");
  const play = () => {
    setHeard("asked");
    // A speaker that is gone makes no sound: that is what the person says next.
    playSound(speaker).catch(() => setHeard("not-heard"));
  };
  const again = <LinkButton onClick={play}>{t("sound.playAgain")}</LinkButton>;
  return (
    <CheckRow
      tone={heard === "heard" ? "ok" : "warn"}
      title={t(`sound.${heard}`)}
      end={
        heard === "unknown" ? (
          <LinkButton onClick={play}>{t("sound.play")}</LinkButton>
        ) : heard === "asked" ? (
          <>
            <LinkButton onClick={() => setHeard("heard")}>{t("sound.yes")}</LinkButton>
            <LinkButton onClick={() => setHeard("not-heard")}>{t("sound.no")}</LinkButton>
          </>
        ) : (
          <>
            {again}
            {heard === "not-heard" && (
              <LinkButton label={t("changeSound")} onClick={onChange}>
                {t("change")}
              </LinkButton>
            )}
          </>
        )
      }
    />
  );
}
