import { useState } from "react";
import { useTranslations } from "use-intl";
import { spoken } from "../devices/loudness.ts";
import { useLoudness } from "../devices/use-loudness.ts";
import { useLive, useOwnDevices } from "../room/live-context.ts";
import type { CheckProps } from "./camera-check.tsx";
import { CheckRow } from "./check-row.tsx";
import { LinkButton } from "./link-button.tsx";

export function MicrophoneCheck({ onChange }: CheckProps) {
  const t = useTranslations("door");
  const { devices } = useLive();
  const { microphone } = useOwnDevices();
  const turnOn = () => void devices.turnOn("microphone");
  switch (microphone.is) {
    case "on":
      return <Heard key={microphone.track.id} track={microphone.track} onChange={onChange} />;
    case "off":
      return (
        <CheckRow
          tone="open"
          title={t("hear.off")}
          end={<LinkButton onClick={turnOn}>{t("turnOn")}</LinkButton>}
        />
      );
    case "asking":
      return <CheckRow tone="open" title={t("hear.asking")} />;
    case "failed":
      return (
        <CheckRow
          tone="warn"
          title={t("hear.failed")}
          text={t(`fault.${microphone.fault}`)}
          end={<LinkButton onClick={turnOn}>{t("tryAgain")}</LinkButton>}
        />
      );
  }
}

interface HeardProps extends CheckProps {
  readonly track: MediaStreamTrack;
}

/** Nobody is told that they are heard before they were. */
function Heard({ track, onChange }: HeardProps) {
  const t = useTranslations("door");
  const loudness = useLoudness(track);
  const [wasHeard, setHeard] = useState(false);
  if (loudness >= spoken && !wasHeard) setHeard(true);
  return (
    <CheckRow
      tone={wasHeard ? "ok" : "open"}
      title={wasHeard ? t("hear.heard") : t("hear.quiet")}
      end={
        <>
          <Level loudness={loudness} />
          <LinkButton label={t("changeSound")} onClick={onChange}>
            {t("change")}
          </LinkButton>
        </>
      }
    />
  );
}

/** The shape of a voice: the middle bars rise first. */
const bars = [0.5, 0.75, 1, 0.85, 0.6, 0.4];

function Level({ loudness }: { readonly loudness: number }) {
  const t = useTranslations("door");
  return (
    <svg className="level" viewBox="0 0 45 18" role="img" aria-label={t("level")}>
      {bars.map((height, at) => {
        const drawn = Math.max(3, 18 * height * loudness);
        return <rect key={height} x={at * 8} y={18 - drawn} width="5" height={drawn} rx="2" />;
      })}
    </svg>
  );
}
