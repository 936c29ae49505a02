import { createHmac } from "node:crypto";
import type { IceServer } from "@consilium/conference";
import type { TurnSettings } from "./read-media-settings.ts";

/** Milliseconds for which credentials open something: an allocation that stands by then stands on. */
const lifetime = 60 * 60 * 1000;

/**
 * What a seat may ask of the TURN server for an hour, as coturn's `use-auth-secret` judges it (draft-uberti-behave-turn-rest-00): the
 * secret stays here, and the TURN server's log says whose an allocation was.
 */
export function turnCredentials({ urls, secret }: TurnSettings, seat: string, now: Date): IceServer {
  const username = `${Math.floor((now.getTime() + lifetime) / 1000)}:${seat}`;
  const credential = createHmac("sha1", secret).update(username).digest("base64");
  return { urls: [...urls], username, credential };
}
