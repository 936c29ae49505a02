import { useState } from "react";
import { useTranslations } from "use-intl";
import { CameraCheck } from "./camera-check.tsx";
import { DeviceDialog } from "./device-dialog.tsx";
import { MicrophoneCheck } from "./microphone-check.tsx";
import { SoundCheck } from "./sound-check.tsx";

/** Whether one is seen and heard, and hears; each with what can be done where not. */
export function Checks() {
  const t = useTranslations("door");
  const [isChoosing, setChoosing] = useState(false);
  const change = () => setChoosing(true);
  return (
    <>
      <ul className="door-checks" aria-label={t("choose.title")}>
        <CameraCheck onChange={change} />
        <MicrophoneCheck onChange={change} />
        <SoundCheck onChange={change} />
      </ul>
      <DeviceDialog isOpen={isChoosing} onClose={() => setChoosing(false)} />
    </>
  );
}
