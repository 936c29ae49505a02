import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import { clientAddress } from "../identity/client-address.ts";
import type { Identity } from "../identity/create-identity.ts";
import { appAddress, base32 } from "../identity/totp.ts";
import type { StepUp } from "../signing/step-up.ts";

const Password = z.string().max(1024);
const Code = z.string().max(64);

/** Null: none is set up. */
const Standing = z
  .object({ since: z.iso.datetime(), recoveryLeft: z.int() })
  .nullable()
  .openapi("AuthenticatorStanding");

const read = createRoute({
  method: "get",
  path: "/session/authenticator",
  summary: "Whether whoever asks signs in with an authenticator app too",
  responses: { 200: json("How it stands", z.object({ authenticator: Standing })), ...refusals },
});

const begin = createRoute({
  method: "post",
  path: "/session/authenticator",
  summary: "Begin to set up an authenticator app: its secret, told once",
  request: { body: { required: true, ...json("", z.object({ password: Password })) } },
  responses: {
    201: json(
      "For the app: in letters, and as what its camera reads",
      z.object({ secret: z.string(), address: z.string() }),
    ),
    ...refusals,
  },
});

const confirm = createRoute({
  method: "post",
  path: "/session/authenticator/confirmation",
  summary: "Show a code of the app: from now on it counts. The recovery codes, told once",
  request: { body: { required: true, ...json("", z.object({ code: Code })) } },
  responses: { 201: json("Set up", z.object({ recoveryCodes: z.array(z.string()) })), ...refusals },
});

const end = createRoute({
  method: "post",
  path: "/session/authenticator/end",
  summary: "Sign in without it from now on",
  request: { body: { required: true, ...json("", z.object({ password: Password, code: Code })) } },
  responses: { 200: json("None is set up", z.object({ authenticator: Standing })), ...refusals },
});

/** The authenticator app of whoever asks. */
export function authenticatorRoutes({ authenticators, secondFactor, options }: Identity, stepUp: StepUp) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(read, async (c) => {
      const standing = await authenticators.standing(c.get("signedIn").personId);
      const authenticator = standing
        ? { since: standing.confirmedAt.toISOString(), recoveryLeft: standing.recoveryLeft }
        : null;
      c.header("cache-control", "no-store");
      return c.json({ authenticator }, 200);
    })
    .openapi(begin, async (c) => {
      const signedIn = c.get("signedIn");
      const shown = await stepUp(signedIn, c.req.valid("json"), clientAddress(c, options.proxies));
      if (shown !== "shown") return refused(c, shown);
      const secret = await authenticators.begin(signedIn.personId);
      if (!secret) return refused(c, "already-so");
      c.header("cache-control", "no-store");
      return c.json({ secret: base32(secret), address: appAddress(secret, signedIn.email) }, 201);
    })
    .openapi(confirm, async (c) => {
      const done = await secondFactor.confirm(c.get("signedIn").personId, c.req.valid("json").code);
      if (done.outcome !== "right") return refused(c, done.outcome);
      c.header("cache-control", "no-store");
      return c.json({ recoveryCodes: [...done.recoveryCodes] }, 201);
    })
    .openapi(end, async (c) => {
      const signedIn = c.get("signedIn");
      const { password, code } = c.req.valid("json");
      if (!(await authenticators.standing(signedIn.personId))) return refused(c, "no-authenticator");
      const shown = await stepUp(signedIn, { password }, clientAddress(c, options.proxies));
      if (shown !== "shown") return refused(c, shown);
      const outcome = await secondFactor.showAny(signedIn.personId, code);
      if (outcome !== "right") return refused(c, outcome);
      await authenticators.end(signedIn.personId);
      return c.json({ authenticator: null }, 200);
    });
}
