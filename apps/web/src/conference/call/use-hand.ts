import { useLive, useRoom } from "../room/live-context.ts";
import { useCall } from "./call-context.ts";

/** One's own hand. */
export function useHand(): { readonly isUp: boolean; readonly toggle: () => void } {
  const { client } = useLive();
  const { attempt } = useCall();
  const { peers, own } = useRoom();
  const isUp = (peers.get(own ?? "")?.handSince ?? null) !== null;
  return { isUp, toggle: () => attempt(() => client.ask("raiseHand", { up: !isUp })) };
}
