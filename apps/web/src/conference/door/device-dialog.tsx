import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import type { Choice, DeviceState } from "../devices/own-devices.ts";
import { useLive, useOwnDevices } from "../room/live-context.ts";

interface DeviceDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Another camera, microphone or speaker. What is chosen is used at once, also in the midst of a conference. */
export function DeviceDialog({ isOpen, onClose }: DeviceDialogProps) {
  const t = useTranslations("door.choose");
  const { devices } = useLive();
  const now = useOwnDevices();
  const done = (
    <Button look="filled" onClick={onClose}>
      {t("done")}
    </Button>
  );
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("title")} actions={done}>
      <div className="device-fields">
        <DeviceField
          label={t("camera")}
          choices={now.cameras}
          value={usedOf(now.camera)}
          onChoose={(device) => void devices.choose("camera", device)}
        />
        <DeviceField
          label={t("microphone")}
          choices={now.microphones}
          value={usedOf(now.microphone)}
          onChoose={(device) => void devices.choose("microphone", device)}
        />
        {now.speakers.length > 0 && (
          <DeviceField
            label={t("speaker")}
            choices={now.speakers}
            value={now.speaker ?? ""}
            empty={t("speakerBySystem")}
            onChoose={(device) => devices.chooseSpeaker(device)}
          />
        )}
      </div>
    </Dialog>
  );
}

const usedOf = (state: DeviceState): string => (state.is === "on" ? state.device : "");

interface DeviceFieldProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly empty?: string;
  readonly onChoose: (device: string) => void;
}

function DeviceField({ label, choices, value, empty, onChoose }: DeviceFieldProps) {
  const t = useTranslations("door.choose");
  const id = useId();
  return (
    <div className="device-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {value === "" && (
          <option value="" disabled>
            {empty ?? t(choices.length === 0 ? "none" : "off")}
          </option>
        )}
        {choices.map((choice) => (
          <option key={choice.device} value={choice.device}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
