import type { Peer } from "@consilium/conference";
import { type Messages, loadMessages } from "@consilium/language";
import { createWatched, type Watched } from "@consilium/workspace-client";
import { MantineProvider } from "@mantine/core";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { LanguageProvider } from "../../app/language.tsx";
import { OwnDevices } from "../devices/own-devices.ts";
import { strangerAs } from "../use-describe.ts";
import { type About, type Live, LiveContext } from "./live-context.ts";
import type { RoomClient } from "./room-client.ts";
import { newRoom, type RoomState } from "./room-state.ts";

export const own = "01KDVDNA00TN9P6MHT5FWG4V01";
export const other = "01KDVDNA00TN9P6MHT5FWG4V02";

export const peerOf = (seat: string, part: Partial<Peer> = {}): Peer => ({
  seat,
  name: seat === own ? "Dr Ingrid Hallström" : "Marisol Quintana",
  party: "member",
  at: "in",
  handSince: null,
  ...part,
});

const messages: Messages = await loadMessages("en");
const startsAt = new Date("2026-11-25T15:00:00Z");

export interface TestRoom {
  readonly show: (page: ReactNode) => RenderResult;
  readonly asked: readonly string[];
  /** Which pictures, and how large: `camera-1 0`. */
  readonly wished: readonly string[];
  /** What becomes of it while it is on screen. */
  readonly become: (part: Partial<RoomState>) => void;
  readonly devices: OwnDevices;
}

const aboutIt: About = {
  conferenceId: "c",
  title: "Marisol Quintana",
  startsAt,
  minutes: 30,
  begunAt: startsAt,
};

/** A room of which every state can be set, and that remembers what was asked of it. `media`: what the browser has of devices. */
export function openTestRoom(
  part: Partial<RoomState>,
  peers: readonly Peer[],
  about: Partial<About> = {},
  media?: MediaDevices,
): TestRoom {
  const state = createWatched<RoomState>({
    ...newRoom,
    line: "open",
    own,
    carrying: "there",
    peers: new Map(peers.map((peer) => [peer.seat, peer])),
    ...part,
  });
  const asked: string[] = [];
  const wished: string[] = [];
  const devices = new OwnDevices(media);
  const live: Live = {
    client: clientOf(state, asked, wished),
    devices,
    about: { ...aboutIt, ...about },
    describe: ({ seat, name, party }) => ({ person: strangerAs(seat, name), role: party, note: null }),
  };
  return {
    show: (page: ReactNode) => showIn(live, page),
    asked,
    wished,
    devices,
    become: (next) => state.set({ ...state.getSnapshot(), ...next }),
  };
}

function clientOf(state: Watched<RoomState>, asked: string[], wished: string[]): RoomClient {
  const ask = (method: string, input: object) => {
    asked.push([method, ...Object.values(input)].join(" "));
    return Promise.resolve({});
  };
  const client = {
    room: state,
    received: createWatched(new Map()),
    ask,
    goIn: () => ask("goIn", {}),
    leave: () => ask("leave", {}),
    count: () => Promise.resolve(undefined),
    wish: (producer: string, layer: number | null) => void wished.push(`${producer} ${layer}`),
    lookAtClock: () => void asked.push("lookAtClock"),
    tryAgain: () => ask("tryAgain", {}),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What the pages ask of it, without a line.
  return client as unknown as RoomClient;
}

const showIn = (live: Live, page: ReactNode): RenderResult =>
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC" now={new Date("2026-11-25T14:50:00Z")}>
      <MantineProvider env="test">
        <LiveContext value={live}>{page}</LiveContext>
      </MantineProvider>
    </LanguageProvider>,
  );
