import type { IceServer } from "@consilium/conference";
import type { Transport } from "mediasoup-client/types";
import { isUnsupported } from "./cannot-carry.ts";

/**
 * Relays are good for an hour: a way that is looked for again gets new ones. Not every browser takes them (the library has none for
 * Firefox). It looks with those that it has; where they have led nowhere, false: new ways have to be opened.
 */
export async function renewServers(transport: Transport, iceServers: readonly IceServer[]): Promise<boolean> {
  try {
    await transport.updateIceServers({ iceServers: [...iceServers] });
    return true;
  } catch (cause) {
    if (!isUnsupported(cause)) throw cause;
    return transport.connectionState !== "failed";
  }
}
