import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import { GuestView } from "./conference-schemas.ts";
import { guestCookie, readGuestDevices } from "./guest-cookie.ts";
import { describeToGuest, openLinkAsGuest, whyNoGuest } from "./open-guest-link.ts";
import { guestsBehind, isSecure } from "./who-comes.ts";

const opening = createRoute({
  method: "post",
  path: "/guest/opening",
  summary: "Open a guest's link: it is good once, and for the device that opens it",
  request: {
    body: { required: true, ...json("", z.object({ token: z.string().regex(/^[\w-]{43}$/) })) },
  },
  responses: { 200: json("What the guest may know", GuestView), ...refusals },
});

const read = createRoute({
  method: "get",
  path: "/guest",
  summary: "The conference of a guest, by the device that opened the link",
  responses: { 200: json("What the guest may know", GuestView), ...refusals },
});

/** For people without an account. */
export const guestDoorRoutes = (services: Services) =>
  new OpenAPIHono({ defaultHook: malformed })
    .openapi(opening, async (c) => {
      const site = isSecure(services.origin);
      const devices = readGuestDevices(c.req.raw.headers, site);
      const opened = await openLinkAsGuest(services, c.req.valid("json").token, devices);
      if (!opened.ok) return refused(c, opened.reason);
      const { guest, device } = opened.value;
      const told = await describeToGuest(services, guest);
      if (!told.ok) return refused(c, told.reason);
      c.header("set-cookie", guestCookie(site, [device, ...devices], services.now()), { append: true });
      c.header("cache-control", "no-store");
      return c.json(told.value, 200);
    })
    .openapi(read, async (c) => {
      const { headers } = c.req.raw;
      const [guest] = await guestsBehind(services, headers);
      if (!guest)
        return refused(c, await whyNoGuest(services, readGuestDevices(headers, isSecure(services.origin))));
      const told = await describeToGuest(services, guest);
      c.header("cache-control", "no-store");
      return told.ok ? c.json(told.value, 200) : refused(c, told.reason);
    });
