import { type ReactNode, useMemo } from "react";
import { type ConferenceRoom, RoomContext } from "../room-context.ts";
import { useLive, useRoom } from "./live-context.ts";

/** What lies beside the people of a conference sees it by this. */
export function RoomAround({ children }: { readonly children: ReactNode }) {
  const { about, client } = useLive();
  const { own, peers, presented, may } = useRoom();
  const room = useMemo(
    (): ConferenceRoom => ({
      conferenceId: about.conferenceId,
      own: own ?? "",
      peers: [...peers.values()],
      presented,
      may,
      present: async (item) => void (await client.ask("present", { on: true, item })),
      stopPresenting: async () => void (await client.ask("present", { on: false, item: null })),
    }),
    [about, client, own, peers, presented, may],
  );
  return <RoomContext value={room}>{children}</RoomContext>;
}
