import { useEffect } from "react";
import { useLive, useRoom } from "../room/live-context.ts";

/** Where one face has the room, no other is sent: none of them begins to come either. */
export function useOnlyPicture(producer: string | undefined): void {
  const { client } = useLive();
  const { streams } = useRoom();
  useEffect(() => {
    for (const stream of streams.values())
      if (stream.source === "camera" && stream.producer !== producer) client.wish(stream.producer, null);
  }, [client, streams, producer]);
}
