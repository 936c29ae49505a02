import { findPersonByEmail, rememberDevice } from "@consilium/database";
import { createUlid, secureRandom } from "@consilium/foundation";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { clientAddress } from "./client-address.ts";
import type { Identity } from "./create-identity.ts";
import { deviceCookie, readDevice } from "./device-cookie.ts";
import { clientAddressHeader, codeHeader, deviceHeader } from "./own-headers.ts";
import { reasonOf, refuseIdentity } from "./refusals.ts";
import { served } from "./served-paths.ts";
import { createSignInDelay } from "./sign-in-delay.ts";

const prefix = "/auth";
/** Nobody's address and password are longer. */
const longestBody = 4096;

interface SignIn {
  readonly body: string;
  /** The browser's id. */
  readonly device: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code: string | undefined;
}

const Credentials = z.object({
  email: z.string().max(320),
  password: z.string().max(1024),
  code: z.string().max(64).optional(),
});

export function identityRoutes(identity: Identity, pause: (milliseconds: number) => Promise<void>): Hono {
  const routes = new Hono();
  const delayed = createSignInDelay({ ...identity.options, pause });
  for (const { method, path } of served) {
    if (path === "/sign-in/email") routes.on(method, prefix + path, (c) => signIn(identity, delayed, c));
    else routes.on(method, prefix + path, (c) => answer(identity, c));
  }
  return routes;
}

/** The session's token is the cookie's alone: in a page's memory it would be in reach of whatever runs there. */
async function answer(identity: Identity, c: Context, sent?: SignIn): Promise<Response> {
  const response = await identity.auth.handler(forIdentity(identity, c, sent));
  const body = await response.text();
  const reason = reasonOf(response.status, codeIn(body));
  if (reason) return refuseIdentity(reason);
  const headers = new Headers(response.headers);
  headers.set("cache-control", "no-store");
  headers.delete("content-length");
  const text = withoutToken(body);
  return new Response(text, { status: response.status, headers });
}

function codeIn(body: string): unknown {
  const said = parseJson(body);
  return typeof said === "object" && said !== null && "code" in said ? said.code : undefined;
}

function withoutToken(text: string): string {
  if (!text.includes('"token"')) return text;
  return JSON.stringify(JSON.parse(text, (name, value: unknown) => (name === "token" ? undefined : value)));
}

async function signIn(
  identity: Identity,
  delayed: ReturnType<typeof createSignInDelay>,
  c: Context,
): Promise<Response> {
  const { database, now, production, proxies } = identity.options;
  const body = await readBody(c.req.raw);
  const credentials = body === undefined ? undefined : Credentials.safeParse(parseJson(body)).data;
  if (body === undefined || !credentials) return refuseIdentity("malformed-request");
  const known = readDevice(c, production);
  const device = known ?? createUlid(now().getTime(), secureRandom);
  let response: Response | undefined;
  const attempt = { email: credentials.email, deviceId: known, address: clientAddress(c, proxies) };
  const outcome = await delayed(attempt, async () => {
    response = await answer(identity, c, { body, device, code: credentials.code });
    return response.ok ? "signed-in" : "refused";
  });
  if (outcome === "one-is-waiting" || !response) return refuseIdentity("too-many");
  if (outcome === "signed-in") {
    const person = await findPersonByEmail(database, credentials.email);
    if (person) await rememberDevice(database, person.id, device, now());
    response.headers.append("set-cookie", deviceCookie(production, device));
  }
  return response;
}

/** Undefined where it is too long to be a sign-in. */
async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > longestBody) return undefined;
  const text = await request.text();
  return text.length > longestBody ? undefined : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Node's `fetch` sends `Sec-Fetch-Mode` alone, and Better Auth then asks for an `Origin`, which no program has. Every
 * browser that sends the mode sends the site as well, so a lone mode carries no protection.
 */
function forIdentity({ options }: Identity, c: Context, sent: SignIn | undefined): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.set(clientAddressHeader, clientAddress(c, options.proxies));
  headers.delete(deviceHeader);
  headers.delete(codeHeader);
  if (sent) headers.set(deviceHeader, sent.device);
  // A header holds no other letters; a code has none.
  if (sent?.code !== undefined) headers.set(codeHeader, sent.code.replaceAll(/[^\w -]/g, "?"));
  if (!headers.has("sec-fetch-site") && !headers.has("cookie")) headers.delete("sec-fetch-mode");
  if (!sent) return new Request(c.req.raw, { headers });
  headers.delete("content-length");
  return new Request(c.req.url, { method: "POST", headers, body: sent.body });
}
