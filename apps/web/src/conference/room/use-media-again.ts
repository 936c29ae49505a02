import { useEffect } from "react";
import { useLive, useRoom } from "./live-context.ts";
import type { RoomState } from "./room-state.ts";

/** Milliseconds until the first questions: after a restart of the server its video is mostly ready within seconds. */
const first = [2000, 4000, 8000] as const;
/** And then between one and the next: while it is being built, and where there may be none for long. */
const whileBuilding = 10_000;
const seldom = 30_000;

/** Asks again for sound and pictures, wherever one is in the conference, until the server has video and they are there. */
export function useMediaAgain(): void {
  const { client } = useLive();
  const isWaitedFor = waitsForMedia(useRoom());
  useEffect(() => {
    if (!isWaitedFor) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAfter = (asked: number): void => {
      timer = setTimeout(
        () => {
          void client.tryAgain();
          askAfter(asked + 1);
        },
        first[asked] ?? (client.room.getSnapshot().media.is === "building" ? whileBuilding : seldom),
      );
    };
    askAfter(0);
    return () => clearTimeout(timer);
  }, [client, isWaitedFor]);
}

/** Also while they begin: what does not come time and again is not asked for as if it were the first time. */
const waitsForMedia = ({ line, over, media, carrying }: RoomState): boolean =>
  line === "open" &&
  over === null &&
  (media.is !== "ready" || carrying === "failed" || carrying === "beginning");
