import type { DeviceKind, Devices as DevicesNow, OwnDevices } from "../devices/own-devices.ts";
import type { RoomClient } from "./room-client.ts";

type Devices = Pick<OwnDevices, "state" | "setMuted">;
type Sender = Pick<RoomClient, "send" | "stop" | "pause" | "room">;

/** Sends what camera and microphone give, as they are turned on, off and exchanged. Returns how to stop following them. */
export function sendOwn(own: Devices, client: Sender): () => void {
  const { state } = own;
  const sent = new Map<DeviceKind, MediaStreamTrack>();
  let wasMuted = state.getSnapshot().isMuted;
  const follow = (): void => {
    const now = state.getSnapshot();
    for (const kind of ["microphone", "camera"] as const) followOne(kind, now, sent, client);
    if (now.isMuted !== wasMuted && sent.has("microphone")) client.pause("microphone", now.isMuted);
    wasMuted = now.isMuted;
  };
  const hear = (): void => {
    if (client.room.getSnapshot().mutedBy !== null && !state.getSnapshot().isMuted) own.setMuted(true);
  };
  follow();
  const stopFollowing = state.subscribe(follow);
  const stopHearing = client.room.subscribe(hear);
  return () => {
    stopFollowing();
    stopHearing();
  };
}

function followOne(
  kind: DeviceKind,
  now: DevicesNow,
  sent: Map<DeviceKind, MediaStreamTrack>,
  client: Sender,
): void {
  const device = now[kind];
  // Until the other device is there the first one's place is kept.
  if (device.is === "asking") return;
  if (device.is !== "on") {
    if (sent.delete(kind)) client.stop(kind);
  } else if (sent.get(kind) !== device.track) {
    sent.set(kind, device.track);
    client.send(kind, device.track, kind === "microphone" && now.isMuted);
  }
}
