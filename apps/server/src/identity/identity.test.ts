import { schema } from "@consilium/database";
import { getAuthTables } from "better-auth/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { describeIdentity } from "./describe-identity.ts";
import { email, password, startIdentityServer } from "./testing/identity-server.ts";

let server: Awaited<ReturnType<typeof startIdentityServer>>;
beforeAll(async () => {
  server = await startIdentityServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function ask({
  path = "/sign-in/email",
  method = "POST",
  body,
  headers = {},
}: Asked = {}): Promise<Response> {
  return fetch(`${server.origins[0]}/api/auth${path}`, {
    method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const signIn = (headers: Asked["headers"] = {}, credentials: object = {}) =>
  ask({ body: { email, password, ...credentials }, headers });

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

const whoAsks = (cookie: string) => server.identity.whoAsks(new Headers({ cookie }));

async function keyOf(cookie: string): Promise<Buffer> {
  const asks = await whoAsks(cookie);
  if (!asks?.deviceId) throw new Error("signed in, on a device");
  return server.identity.keptKeys.of(asks.personId, asks.deviceId);
}

const signInAgain = (cookie: string) => signIn({ cookie, origin: server.origins[0] });

const byName = (cookies: string) => cookies.split("; ").map((pair) => [pair.split("=")[0], pair] as const);

/** What the browser sends after the answer: the device stays where the answer does not replace it. */
const merged = (before: string, response: Response): string =>
  [...new Map([...byName(before), ...byName(cookiesOf(response))]).values()].join("; ");

describe("a session", () => {
  test("begins with the right password and says who asks", async () => {
    const response = await signIn();
    expect(response.status).toBe(200);
    expect(await whoAsks(cookiesOf(response))).toMatchObject({
      personId: server.personId,
      name: "Dr. Ada Lind",
      email,
      deviceId: expect.stringMatching(/^[0-9A-Z]{26}$/),
    });
  });

  test("its token is in the cookie and in no answer", async () => {
    const response = await signIn();
    const cookie = cookiesOf(response);
    const session = await ask({ path: "/get-session", method: "GET", headers: { cookie } });
    expect(session.headers.get("cache-control")).toBe("no-store");
    const said = (await response.text()) + (await session.text());
    expect(said).toContain("Dr. Ada Lind");
    const stored = await server.open.database.select().from(schema.session);
    expect(stored).toHaveLength(1);
    for (const { token } of stored) expect(said).not.toContain(token);
    expect(said).not.toContain('"token"');
  });

  test("ends with signing out: the cookie opens nothing any more, and its sockets are told", async () => {
    const cookie = cookiesOf(await signIn());
    const out = await ask({
      path: "/sign-out",
      body: {},
      headers: { cookie, origin: server.origins[0] },
    });
    expect(out.status).toBe(200);
    expect(await whoAsks(cookie)).toBeUndefined();
    expect(server.ended).toMatchObject([{ personId: server.personId }]);
    const { rows } = await server.open.query("select act, person_id from audit order by id desc limit 2");
    expect(rows).toEqual([
      { act: "session.ended", person_id: server.personId },
      { act: "session.began", person_id: server.personId },
    ]);
  });

  test("ends when it is revoked", async () => {
    const cookie = cookiesOf(await signIn());
    await server.identity.revokeSessions(server.personId);
    expect(await whoAsks(cookie)).toBeUndefined();
    expect(server.ended).toHaveLength(1);
  });

  test("ends by itself, and is forgotten", async () => {
    const cookie = cookiesOf(await signIn());
    await server.open.query("update session set expires_at = now() - interval '1 minute'");
    expect(await whoAsks(cookie)).toBeUndefined();
    await server.identity.forgetExpired(new Date());
    expect(await server.open.database.select().from(schema.session)).toEqual([]);
  });
});

describe("nobody learns which accounts exist", () => {
  test("a wrong password and an unknown address get the same answer", async () => {
    const wrong = await signIn({}, { password: "wrong horse battery" });
    const unknown = await signIn({}, { email: "nobody@demo.test" });
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    const said = await wrong.json();
    expect(said).toMatchObject({ refusal: "wrong-credentials" });
    expect(said).toEqual(await unknown.json());
    expect(wrong.headers.getSetCookie()).toEqual(unknown.headers.getSetCookie());
  });
});

describe("where a request comes from", () => {
  test("both names of this machine are ours", async () => {
    for (const origin of server.origins) expect((await signIn({ origin })).status).toBe(200);
  });

  test("a page of another origin cannot sign anybody in or out", async () => {
    expect((await signIn({ origin: "https://elsewhere.test" })).status).toBe(403);
    expect((await signIn({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" })).status).toBe(403);
    const cookie = cookiesOf(await signIn());
    const foreign = { cookie, origin: "https://elsewhere.test" };
    expect((await ask({ path: "/sign-out", body: {}, headers: foreign })).status).toBe(403);
    expect(await whoAsks(cookie)).toBeDefined();
  });

  test("a program has no origin, and Node's fetch sends Sec-Fetch-Mode alone", async () => {
    expect((await signIn({ "sec-fetch-mode": "cors" })).status).toBe(200);
  });
});

describe("doors that are not ours", () => {
  test.for([
    ["POST", "/sign-up/email"],
    ["GET", "/reference"],
    ["GET", "/open-api/generate-schema"],
    ["GET", "/list-sessions"],
    ["POST", "/update-user"],
    ["POST", "/change-password"],
    ["POST", "/delete-user"],
    ["POST", "/request-password-reset"],
    ["GET", "/ok"],
    ["GET", "/sign-out"],
  ] as const)("%s %s is not there", async ([method, path]) => {
    expect((await ask({ method, path, ...(method === "POST" && { body: {} }) })).status).toBe(404);
  });

  test("nobody signs up, from the server's side neither", async () => {
    const body = { email: "new@demo.test", name: "New", password };
    await expect(server.identity.auth.api.signUpEmail({ body })).rejects.toThrow(/sign up/i);
  });

  test.for([{ body: [] }, { body: { email } }, { body: { email, password: "x".repeat(5000) } }])(
    "%o is no sign-in",
    async (asked) => {
      const response = await ask(asked);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ refusal: "malformed-request" });
    },
  );
});

test("people behind our own proxy are counted each by their own address", async () => {
  const other = await startIdentityServer({ behindProxy: true });
  const from = async (address: string) => {
    const headers = { "content-type": "application/json", "x-forwarded-for": address };
    const body = JSON.stringify({ email, password: "wrong horse battery" });
    return (await fetch(`${other.origins[0]}/api/auth/sign-in/email`, { method: "POST", headers, body }))
      .status;
  };
  expect(await from("203.0.113.7")).toBe(401);
  await other.open.query("update rate_limit set count = 60");
  expect([await from("203.0.113.7"), await from("203.0.113.8")]).toEqual([429, 401]);
  await other.close();
});

describe("tries", () => {
  const wrong = { password: "wrong horse battery" };
  /** As after so many wrong passwords. */
  async function failed(times: number, credentials: object = wrong): Promise<void> {
    await signIn({}, credentials);
    await server.open.query("update sign_in_failure set count = $1", [times]);
    server.pauses.length = 0;
  }

  test("from one address are bounded, whatever address the client claims", async () => {
    await signIn({}, wrong);
    await server.open.query("update rate_limit set count = 60");
    for (const header of ["x-forwarded-for", "x-consilium-client-address", "x-real-ip"])
      expect((await signIn({ [header]: "203.0.113.7" })).status).toBe(429);
  });

  test("slow down by account, and the right password still gets in", async () => {
    await failed(4);
    await signIn({}, wrong);
    expect(server.pauses).toEqual([]);
    await signIn({}, wrong);
    expect(server.pauses).toEqual([250]);
    await failed(40);
    expect((await signIn()).status).toBe(200);
    expect(server.pauses).toEqual([8000]);
    await signIn({}, wrong);
    expect(server.pauses).toEqual([8000]);
  });

  test("slow down on unknown accounts alike", async () => {
    const nobody = { email: "nobody@demo.test" };
    await failed(6, nobody);
    await signIn({}, nobody);
    expect(server.pauses).toEqual([500]);
  });

  test("of strangers do not slow down a browser that the account knows", async () => {
    const device = cookiesOf(await signIn())
      .split("; ")
      .filter((cookie) => cookie.includes("device"))
      .join();
    await failed(40);
    expect((await signInAgain(device)).status).toBe(200);
    expect(server.pauses).toEqual([]);
    expect((await signIn()).status).toBe(200);
    expect(server.pauses).toEqual([8000]);
  });

  test("wait one at a time from one address", async () => {
    await failed(5);
    const { promise, resolve } = Promise.withResolvers<void>();
    server.held.until = promise;
    const waiting = signIn();
    await expect.poll(() => server.pauses.length).toBe(1);
    const second = await signIn();
    expect(second.status).toBe(429);
    expect(await second.json()).toMatchObject({ refusal: "too-many" });
    resolve();
    expect((await waiting).status).toBe(200);
  });
});

describe("[SY-7] the key of what a browser keeps", () => {
  test("is the same for the whole session, and nobody else's", async () => {
    const cookie = cookiesOf(await signIn());
    const other = cookiesOf(await signIn());
    expect(await keyOf(cookie)).toHaveLength(32);
    expect(await keyOf(cookie)).toEqual(await keyOf(cookie));
    expect(await keyOf(other)).not.toEqual(await keyOf(cookie));
  });

  test("outlives a session that ran out", async () => {
    const cookie = cookiesOf(await signIn());
    const before = await keyOf(cookie);
    await server.open.query("update session set expires_at = now() - interval '1 minute'");
    expect(await whoAsks(cookie)).toBeUndefined();
    expect(await keyOf(merged(cookie, await signInAgain(cookie)))).toEqual(before);
  });

  test.for(["signing out", "revocation"])("is destroyed by %s", async (way) => {
    const cookie = cookiesOf(await signIn());
    const before = await keyOf(cookie);
    const headers = { cookie, origin: server.origins[0] };
    if (way === "revocation") await server.identity.revokeSessions(server.personId);
    else await ask({ path: "/sign-out", body: {}, headers });
    expect(await server.open.database.select().from(schema.keptKey)).toEqual([]);
    expect(await keyOf(merged(cookie, await signInAgain(cookie)))).not.toEqual(before);
  });
});

test("in production the cookies are this host's alone", async () => {
  const other = await startIdentityServer({ production: true });
  const response = await fetch(`${other.origins[0]}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const lines = response.headers.getSetCookie();
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toMatch(/^__Host-consilium[.-]/);
    expect(line).toMatch(/; Secure/);
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; Path=\//);
    expect(line).not.toMatch(/Domain/i);
  }
  await other.close();
});

test("the schema has every column that Better Auth asks for", () => {
  const tables: Readonly<Record<string, object>> = {
    user: schema.user,
    session: schema.session,
    account: schema.account,
    verification: schema.verification,
    rateLimit: schema.rateLimit,
  };
  for (const [name, { fields }] of Object.entries(getAuthTables(server.identity.auth.options))) {
    const table = tables[name];
    if (!table) throw new Error(`no table ${name}`);
    expect(Object.keys(table)).toEqual(expect.arrayContaining(Object.keys(fields)));
  }
});

test("the served routes are described, and no token in them", async () => {
  const described = await describeIdentity(server.identity, "/api");
  expect(Object.keys(described.paths)).toEqual([
    "/api/auth/get-session",
    "/api/auth/sign-in/email",
    "/api/auth/sign-out",
  ]);
  expect(JSON.stringify(described)).not.toContain('"token"');
  expect(z.looseObject({}).safeParse(described.schemas).success).toBe(true);
});
