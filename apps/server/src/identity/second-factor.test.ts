import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { email, password, startIdentityServer } from "./testing/identity-server.ts";
import { codeOf, stepAt } from "./totp.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: Awaited<ReturnType<typeof startIdentityServer>>;
beforeAll(async () => {
  server = await startIdentityServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const signIn = async (code?: string, credentials: object = {}) => {
  const response = await fetch(`${server.origins[0]}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password, ...(code !== undefined && { code }), ...credentials }),
  });
  const said: unknown = await response.json();
  const refusal = typeof said === "object" && said !== null && "refusal" in said ? said.refusal : undefined;
  return { status: response.status, refusal, cookies: response.headers.getSetCookie().length };
};

const stepNow = () => stepAt(new Date());

/** Set up with the code of the step before now. */
async function setUp() {
  const { authenticators, secondFactor } = server.identity;
  const secret = await authenticators.begin(server.personId);
  if (!secret) throw new Error("None was set up");
  const confirmed = await secondFactor.confirm(server.personId, codeOf(secret, stepNow() - 1));
  if (confirmed.outcome !== "right") throw new Error(confirmed.outcome);
  return { secret, recoveryCodes: confirmed.recoveryCodes };
}

const sessions = async (): Promise<number> => (await server.open.query("select 1 from session")).rows.length;
const acts = async (): Promise<readonly string[]> => {
  const { rows } = await server.open.query(
    "select act from audit where act like '%authenticator%' or act like 'recovery%' order by id",
  );
  return rows.map(({ act }: { act: string }) => act);
};

test("what was begun and never confirmed changes nothing", async () => {
  await server.identity.authenticators.begin(server.personId);
  expect(await signIn()).toMatchObject({ status: 200 });
});

test("with an app, the password alone makes no session; a code does, once", async () => {
  const { secret } = await setUp();
  expect(await signIn()).toEqual({ status: 401, refusal: "code-needed", cookies: 0 });
  expect(await signIn("")).toMatchObject({ status: 401, refusal: "wrong-code" });
  expect(await sessions()).toBe(0);
  const code = codeOf(secret, stepNow());
  expect(await signIn(code, { password: "wrong horse battery" })).toMatchObject({
    refusal: "wrong-credentials",
  });
  expect(await signIn(` ${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ status: 200 });
  expect(await signIn(code)).toMatchObject({ status: 401, refusal: "wrong-code" });
  expect(await sessions()).toBe(1);
});

test("the code that confirmed it is used, and none of an earlier step counts after it", async () => {
  const { secret } = await setUp();
  expect(await signIn(codeOf(secret, stepNow() - 1))).toMatchObject({ refusal: "wrong-code" });
  expect(await signIn(codeOf(secret, stepNow() + 1))).toMatchObject({ status: 200 });
  expect(await signIn(codeOf(secret, stepNow()))).toMatchObject({ refusal: "wrong-code" });
});

test("of two that show one code at the same moment one gets in", async () => {
  const { secret } = await setUp();
  const code = codeOf(secret, stepNow());
  const { showCode } = server.identity.secondFactor;
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => showCode(server.personId, code)));
  expect(outcomes.filter((outcome) => outcome === "right")).toHaveLength(1);
});

test("after five wrong codes none is looked at for 15 minutes, and a recovery code still is, once", async () => {
  const { secret, recoveryCodes } = await setUp();
  const [recovery = ""] = recoveryCodes;
  const { showCode, showAny } = server.identity.secondFactor;
  const wrong = codeOf(secret, stepNow() - 7);
  for (let tried = 0; tried < 5; tried += 1)
    expect(await showCode(server.personId, wrong)).toBe("wrong-code");
  const right = () => codeOf(secret, stepNow());
  expect(await signIn(right())).toMatchObject({ status: 429, refusal: "too-many-codes" });
  expect(await signIn(recovery.toUpperCase())).toMatchObject({ status: 200 });
  expect(await showAny(server.personId, recovery)).toBe("wrong-code");
  expect(await server.identity.authenticators.standing(server.personId)).toMatchObject({ recoveryLeft: 9 });
  await server.open.query("update authenticator set last_try_at = now() - interval '16 minutes'");
  expect(await showCode(server.personId, right())).toBe("right");
});

test("neither the secret nor a recovery code lies readable in the database, and each step is in the audit", async () => {
  const before = (await acts()).length;
  const { secret, recoveryCodes } = await setUp();
  const { rows } = await server.open.query("select secret from authenticator");
  expect(rows[0].secret.includes(secret)).toBe(false);
  const kept = await server.open.query("select encode(hash, 'escape') as hash from recovery_code");
  expect(kept.rows).toHaveLength(10);
  expect(new Set(recoveryCodes)).toHaveProperty("size", 10);
  for (const code of recoveryCodes) expect(JSON.stringify(kept.rows)).not.toContain(code.replaceAll("-", ""));
  await server.identity.secondFactor.showCode(server.personId, codeOf(secret, stepNow() - 7));
  await server.identity.secondFactor.showAny(server.personId, recoveryCodes[3] ?? "");
  await server.identity.authenticators.end(server.personId);
  expect((await acts()).slice(before)).toEqual([
    "authenticator.begun",
    "authenticator.confirmed",
    "authenticator.refused",
    "recovery-code.used",
    "authenticator.ended",
  ]);
  expect(await signIn()).toMatchObject({ status: 200 });
});

test("one that counts is not replaced by beginning again", async () => {
  await setUp();
  expect(await server.identity.authenticators.begin(server.personId)).toBeUndefined();
});
