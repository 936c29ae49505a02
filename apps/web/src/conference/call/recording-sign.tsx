import { useTranslations } from "use-intl";
import { Glyph } from "../../design/glyph.tsx";
import { useRoom } from "../room/live-context.ts";

/** Whether anybody records this, for all to see at every moment. */
export function RecordingSign() {
  const t = useTranslations("call");
  const { since } = useRoom().recording;
  if (since === null) return <span className="call-quiet">{t("notRecorded")}</span>;
  return (
    <output className="call-recorded">
      <Glyph name="must" />
      {t("recordedSince", { since: new Date(since) })}
    </output>
  );
}
