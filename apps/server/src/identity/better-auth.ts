import { type Database, schema } from "@consilium/database";
import { createUlid, secureRandom } from "@consilium/foundation";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, isAPIError } from "better-auth/api";
import { openAPI } from "better-auth/plugins";
import { clientAddressHeader, codeHeader, deviceHeader } from "./own-headers.ts";

export interface EndedSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly deviceId: string | null;
  readonly expires: Date;
}

/** What a session still needs of somebody whose password was right. */
export type SessionNeeds = "nothing" | "code-needed" | "wrong-code" | "too-many-codes";

export interface BetterAuthOptions {
  readonly database: Database;
  readonly origins: readonly [string, ...string[]];
  readonly secret: string;
  readonly production: boolean;
  readonly now: () => Date;
  /** Asked before a session's row is made, whatever way leads there. `code`: as it was sent with the password. */
  readonly needs: (personId: string, code: string | undefined) => Promise<SessionNeeds>;
  /** Called after a session's row was made. */
  readonly began: (session: { readonly sessionId: string; readonly personId: string }) => Promise<void>;
  /** Called after a session's row is gone: signed out, revoked, or found expired. */
  readonly ended: (session: EndedSession) => Promise<void>;
}

const hour = 3600;

/** Sessions are read from the database on every request: a revoked one stops at once, so no cookie cache. */
export function createBetterAuth(options: BetterAuthOptions) {
  const { database, origins, secret, production } = options;
  return betterAuth({
    baseURL: origins[0],
    secret,
    trustedOrigins: [...origins],
    database: drizzleAdapter(database, { provider: "pg", schema, transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: {
      cookieCache: { enabled: false },
      expiresIn: 12 * hour,
      updateAge: hour,
      additionalFields: { deviceId: { type: "string", required: false, input: false } },
    },
    databaseHooks: sessionHooks(options),
    telemetry: { enabled: false },
    // A refusal is no error of ours: whoever knocks must not fill the log.
    logger: { disabled: true },
    onAPIError: { onError: report },
    plugins: [openAPI({ disableDefaultReference: true })],
    advanced: {
      // Said aloud, because Better Auth silently skips the origin check where NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: () => createUlid(options.now().getTime(), secureRandom) },
      ...cookies(production),
    },
    // By address. The default for sign-in is three in ten seconds, which one hospital behind one address would exceed.
    rateLimit: {
      enabled: true,
      storage: "database",
      customRules: { "/sign-in/email": { window: 60, max: 60 }, "/get-session": false, "/sign-out": false },
    },
  });
}

function report(error: unknown): void {
  if (isAPIError(error) && error.status !== "INTERNAL_SERVER_ERROR") return;
  console.error("identity:", error instanceof Error ? error.message : "failed");
}

/** `__Host-` keeps other hosts of the domain from setting it; browsers take it on https and on localhost alone. */
function cookies(production: boolean) {
  return {
    // Would put `__Secure-` before the name.
    useSecureCookies: false,
    cookiePrefix: production ? "__Host-consilium" : "consilium-development",
    defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure: production },
  } as const;
}

function sessionHooks({ needs, began, ended }: BetterAuthOptions) {
  return {
    session: {
      create: {
        before: async (
          session: { userId: string } & Record<string, unknown>,
          context: { headers?: Headers | undefined } | null,
        ) => {
          const needed = await needs(session.userId, context?.headers?.get(codeHeader) ?? undefined);
          if (needed !== "nothing") throw new APIError("UNAUTHORIZED", { code: needed });
          const deviceId = context?.headers?.get(deviceHeader) ?? null;
          return { data: { ...session, deviceId } };
        },
        after: ({ id, userId }: { id: string; userId: string }) => began({ sessionId: id, personId: userId }),
      },
      delete: {
        after: (session: { id: string; userId: string; expiresAt: Date } & Record<string, unknown>) =>
          ended({
            sessionId: session.id,
            personId: session.userId,
            deviceId: typeof session["deviceId"] === "string" ? session["deviceId"] : null,
            expires: session.expiresAt,
          }),
      },
    },
  };
}
