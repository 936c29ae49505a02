import type { DeviceState } from "../devices/own-devices.ts";
import { useLive, useOwnDevices } from "../room/live-context.ts";
import { useCall } from "./call-context.ts";

export interface OwnSwitches {
  readonly isHeard: boolean;
  readonly isSeen: boolean;
  readonly toggleMuted: () => void;
  readonly toggleCamera: () => void;
}

/** It is on, or the browser still asks for it: who presses once more takes it back. */
const isWanted = ({ is }: DeviceState): boolean => is === "on" || is === "asking";

/** One's microphone and camera. Where there was none, it is asked for once more. */
export function useOwnSwitches(): OwnSwitches {
  const { devices } = useLive();
  const { arePicturesOff, turnPictures } = useCall();
  const { microphone, camera, isMuted } = useOwnDevices();
  const isHeard = microphone.is === "on" && !isMuted;
  const isSeen = camera.is === "on";
  return {
    isHeard,
    isSeen,
    toggleMuted: () => {
      devices.setMuted(isHeard);
      if (!isHeard && !isWanted(microphone)) void devices.turnOn("microphone");
    },
    toggleCamera: () => {
      if (isWanted(camera)) return devices.turnOff("camera");
      void devices.turnOn("camera");
      // After it: the switch of all pictures is not to turn on what is on its way.
      if (arePicturesOff) turnPictures(false);
    },
  };
}
