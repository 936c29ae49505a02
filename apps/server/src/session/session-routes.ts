import { findPerson, type KeptKeys } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import { chooseOpening, opensAs } from "../record/choose-opening.ts";
import type { Services } from "../services.ts";
import { KeptKey, SessionAnswer } from "./session-schemas.ts";

const read = createRoute({
  method: "get",
  path: "/session",
  summary: "Who is signed in",
  responses: { 200: json("Whoever asks", SessionAnswer), ...refusals },
});

const keptKey = createRoute({
  method: "get",
  path: "/session/kept-key",
  summary: "The key under which this browser keeps what is not saved yet",
  responses: { 200: json("The key", KeptKey), ...refusals },
});

const otherKey = createRoute({
  method: "get",
  path: "/session/kept-key/{device}",
  summary:
    "The key under which a browser of this person kept what is not saved, once it lost its device's cookie",
  request: { params: z.object({ device: Ulid }) },
  responses: { 200: json("The key", KeptKey), ...refusals },
});

export function sessionRoutes(services: Services, keptKeys: KeptKeys) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(read, async (c) => {
      const signedIn = c.get("signedIn");
      const person = await findPerson(services.open.database, signedIn.personId);
      if (!person) return refused(c, "signed-out");
      const { id, name, initials, zone } = person;
      const opening = await chooseOpening(services, signedIn, undefined, undefined);
      c.header("cache-control", "no-store");
      return c.json(
        {
          person: { id, name, initials, zone },
          expires: signedIn.expires.toISOString(),
          mayOpenCases: opening.ok,
          opensAs: [...(await opensAs(services, person.id))],
        },
        200,
      );
    })
    .openapi(keptKey, async (c) => {
      const { personId, deviceId } = c.get("signedIn");
      // A session that no browser began (a program's) keeps nothing.
      if (deviceId === null) return refused(c, "no-right");
      const key = await keptKeys.of(personId, deviceId);
      c.header("cache-control", "no-store");
      return c.json({ key: key.toString("base64"), device: deviceId }, 200);
    })
    .openapi(otherKey, async (c) => {
      const { device } = c.req.valid("param");
      const key = await keptKeys.find(c.get("signedIn").personId, device);
      if (!key) return refused(c, "no-such-device");
      c.header("cache-control", "no-store");
      return c.json({ key: key.toString("base64"), device }, 200);
    });
}
