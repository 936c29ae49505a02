import { useEffect } from "react";
import { useLive } from "../room/live-context.ts";

/** Camera and microphone are asked for once, as soon as somebody stands before the door. */
export function useOpenDevices(): void {
  const { devices } = useLive();
  useEffect(() => {
    const { camera, microphone } = devices.state.getSnapshot();
    if (camera.is === "off" && microphone.is === "off") void devices.open();
  }, [devices]);
}
