import { Call } from "@consilium/conference-client";
import { createUlid, secureRandom } from "@consilium/foundation";
import { useEffect, useMemo, useState } from "react";
import { onDeparture } from "../../app/departure.ts";
import { OwnDevices } from "../devices/own-devices.ts";
import { lineAddress, openLine } from "./open-line.ts";
import { RoomClient } from "./room-client.ts";
import { sendOwn } from "./send-own.ts";

export interface OpenLine {
  readonly client: RoomClient;
  readonly devices: OwnDevices;
  /** Comes again after it was over: with a new line, and the same camera and microphone. */
  readonly comeAgain: () => void;
}

/** A line to a conference, and this machine's devices, while the page is open. Undefined: not yet. */
export function useConferenceLine(conferenceId: string, seat: string | undefined): OpenLine | undefined {
  const devices = useDevicesOfPage();
  const [opened, setOpened] = useState<{ readonly visit: number; readonly client: RoomClient }>();
  const [visit, setVisit] = useState(0);
  useEffect(() => {
    if (!devices) return;
    const line = openClient(lineAddress(location.origin, conferenceId, seat));
    // oxlint-disable-next-line react/set-state-in-effect -- A socket is opened by an effect, and the screen waits for it.
    setOpened({ visit, client: line });
    const stopSending = sendOwn(devices, line);
    const stopLooking = lookAgainWhere(line);
    return () => {
      stopSending();
      stopLooking();
      void line.leave();
    };
  }, [devices, conferenceId, seat, visit]);
  return useMemo(
    () =>
      opened && devices && { client: opened.client, devices, comeAgain: () => setVisit(opened.visit + 1) },
    [opened, devices],
  );
}

function useDevicesOfPage(): OwnDevices | undefined {
  const [devices, setDevices] = useState<OwnDevices>();
  useEffect(() => {
    // Outside of a secure page a browser has none, whatever its types say.
    const own = new OwnDevices(window.isSecureContext ? navigator.mediaDevices : undefined);
    // oxlint-disable-next-line react/set-state-in-effect -- What an effect opens it closes.
    setDevices(own);
    const stop = onDeparture((now) => {
      if (now === "leaving") own.close();
    });
    return () => {
      stop();
      own.close();
    };
  }, []);
  return devices;
}

const openClient = (address: string): RoomClient =>
  new RoomClient({
    connect: (events, over) => openLine(address, events, over),
    createId: () => createUlid(Date.now(), secureRandom),
    createCall: (signalling, events) => new Call({ signalling, events }),
    clocks: { now: () => Date.now(), elapsed: () => performance.now() },
    fault: (cause) => console.error(cause),
  });

/** The address of this machine changed, or it woke up: nobody waits until it is found out that the line is dead. */
function lookAgainWhere(line: RoomClient): () => void {
  const again = () => line.reconnect();
  const stop = onDeparture((now) => {
    if (now === "leaving") line.close();
  });
  // Not every browser tells which network it is in.
  const network: unknown = Reflect.get(navigator, "connection");
  const connection = network instanceof EventTarget ? network : undefined;
  window.addEventListener("online", again);
  connection?.addEventListener("change", again);
  return () => {
    stop();
    window.removeEventListener("online", again);
    connection?.removeEventListener("change", again);
  };
}
