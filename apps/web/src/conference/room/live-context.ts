import type { Peer } from "@consilium/conference";
import type { Received } from "@consilium/conference-client";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { AvatarPerson } from "../../design/avatar.tsx";
import type { Devices, OwnDevices } from "../devices/own-devices.ts";
import type { RoomClient } from "./room-client.ts";
import type { RoomState } from "./room-state.ts";

/** Somebody of a conference, as tiles and lists show them. */
export interface Described {
  readonly person: AvatarPerson;
  /** In the words of the case: "Specialist". */
  readonly role: string;
  /** What they are there for, where it helps to know. */
  readonly note: string | null;
}

export type Describe = (peer: Pick<Peer, "seat" | "name" | "party">) => Described;

export interface About {
  readonly conferenceId: string;
  /** Whose case it is, or who invited. */
  readonly title: string;
  readonly startsAt: Date;
  readonly minutes: number;
  /** Null: nobody knows yet. */
  readonly begunAt: Date | null;
}

/** A conference that this page has a line to. */
export interface Live {
  readonly about: About;
  readonly describe: Describe;
  readonly client: RoomClient;
  readonly devices: OwnDevices;
}

export const LiveContext = createContext<Live | undefined>(undefined);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("This part of the screen needs a line to a conference");
  return live;
}

export function useRoom(): RoomState {
  const { room } = useLive().client;
  return useSyncExternalStore(room.subscribe, room.getSnapshot);
}

/** What arrives of others, by producer. */
export function useReceived(): ReadonlyMap<string, Received> {
  const { received } = useLive().client;
  return useSyncExternalStore(received.subscribe, received.getSnapshot);
}

export function useOwnDevices(): Devices {
  const { state } = useLive().devices;
  return useSyncExternalStore(state.subscribe, state.getSnapshot);
}
