import { createHash, randomBytes } from "node:crypto";
import { generateCookie } from "hono/cookie";
import { parse } from "hono/utils/cookie";
import { conferenceLimits } from "./conference-limits.ts";

/** With a host prefix wherever the site is served over TLS. */
const nameOf = (isSecure: boolean): string =>
  isSecure ? "__Host-consilium-guest" : "consilium-development.guest";

/** Of so many links that were opened in one browser: an interpreter has more than one conference to come to. */
const most = 8;

/** 256 bits, which the device that opened a link holds, and no row. */
export const newGuestDevice = (): string => randomBytes(32).toString("base64url");

export const guestDeviceHash = (device: string): Buffer => createHash("sha256").update(device).digest();

/** One for each link that this browser opened, the latest first. */
export function readGuestDevices(headers: Headers, isSecure: boolean): readonly string[] {
  const cookie = headers.get("cookie");
  if (cookie === null) return [];
  const name = nameOf(isSecure);
  const devices = (parse(cookie, name)[name] ?? "").split(".").slice(0, most);
  return devices.filter((device) => /^[\w-]{43}$/.test(device));
}

/** It outlives what it is good for, which a row says: a conference that is put off takes its guests along. */
export function guestCookie(isSecure: boolean, devices: readonly string[], now: Date): string {
  const kept = [...new Set(devices)].slice(0, most);
  return generateCookie(nameOf(isSecure), kept.join("."), {
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure,
    path: "/",
    expires: new Date(now.getTime() + conferenceLimits.ahead + conferenceLimits.overrun),
  });
}
