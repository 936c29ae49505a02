import { useEffect } from "react";
import { useLive, useReceived } from "../room/live-context.ts";

/** Where one face has the room, no other is sent. */
export function useOnlyPicture(producer: string | undefined): void {
  const { client } = useLive();
  const received = useReceived();
  useEffect(() => {
    for (const { stream } of received.values())
      if (stream.source === "camera" && stream.producer !== producer) client.wish(stream.producer, null);
  }, [client, received, producer]);
}
