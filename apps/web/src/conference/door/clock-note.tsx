import { useTranslations } from "use-intl";
import { Banner } from "../../design/banner.tsx";
import { useRoom } from "../room/live-context.ts";
import { howWrong } from "./how-wrong.ts";

/** Whoever would come at the wrong hour by the clock of their device is told so. */
export function ClockNote() {
  const t = useTranslations("door.clock");
  const { clockAhead } = useRoom();
  const wrong = howWrong(clockAhead);
  if (!wrong) return null;
  const { unit, count } = wrong;
  return (
    <Banner tone="warn" title={t(`wrong.${unit}`, { count })}>
      {t("text")}
    </Banner>
  );
}
