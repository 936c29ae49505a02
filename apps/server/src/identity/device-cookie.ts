import { isUlid } from "@consilium/foundation";
import type { Context } from "hono";
import { generateCookie, getCookie } from "hono/cookie";

const nameOf = (production: boolean): string =>
  production ? "__Host-consilium-device" : "consilium-development.device";

/** Browsers keep a cookie no longer than this. */
const longest = 400 * 24 * 3600;

/** Undefined in a browser where nobody has signed in. */
export function readDevice(c: Context, production: boolean): string | undefined {
  const device = getCookie(c, nameOf(production));
  return isUlid(device) ? device : undefined;
}

/**
 * The line that keeps a device. It outlives the session: what this browser keeps is found again by the same person's next one
 * (SY-7). A line and not Hono's `setCookie`: behind a middleware that would replace the session's cookie in the answer.
 */
export const deviceCookie = (production: boolean, device: string): string =>
  generateCookie(nameOf(production), device, {
    httpOnly: true,
    sameSite: "Lax",
    secure: production,
    path: "/",
    maxAge: longest,
  });
