import {
  type Authenticators,
  createAuthenticators,
  createKeptKeys,
  type Database,
  endedAmong,
  forgetExpired,
  insertPerson,
  type KeptKeys,
  type NewPerson,
  recordAct,
  replacePassword,
} from "@consilium/database";
import { type Clock, createUlid, secureRandom } from "@consilium/foundation";
import {
  type BetterAuthOptions,
  createBetterAuth,
  type EndedSession,
  type SessionNeeds,
} from "./better-auth.ts";
import { createSecondFactor, type SecondFactor } from "./second-factor.ts";

export interface IdentityOptions extends Omit<BetterAuthOptions, "needs" | "began" | "ended" | "now"> {
  readonly masterKey: Buffer;
  /** Addresses of our own proxies, which are believed about who asks through them. */
  readonly proxies: readonly string[];
  readonly now: Clock;
  /** A session ended before its time: its sockets are to be closed. */
  readonly sessionEnded: (session: EndedSession) => void;
}

/** Whoever asks. */
export interface SignedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** The browser's id; null for a session that no browser began. */
  readonly deviceId: string | null;
  readonly expires: Date;
}

export interface Identity {
  readonly auth: ReturnType<typeof createBetterAuth>;
  readonly options: IdentityOptions;
  readonly keptKeys: KeptKeys;
  readonly authenticators: Authenticators;
  readonly secondFactor: SecondFactor;
  /** Only the cookie is looked at. Undefined: signed out, revoked or expired. */
  readonly whoAsks: (headers: Headers) => Promise<SignedIn | undefined>;
  /** Gives the new person's id: the seed brings its own. There is no way to sign up: this is the seed's door, and the invitation's. */
  readonly createPerson: (
    person: Omit<NewPerson, "id"> & Partial<Pick<NewPerson, "id">>,
    password: string,
  ) => Promise<string>;
  readonly setPassword: (personId: string, password: string) => Promise<void>;
  /** Ends all sessions of a person at once. */
  readonly revokeSessions: (personId: string) => Promise<void>;
  /** Which of these sessions are over. */
  readonly endedAmong: (sessions: readonly string[]) => Promise<readonly string[]>;
  /** To be called now and then. */
  readonly forgetExpired: (now: Date) => Promise<void>;
}

export function createIdentity(options: IdentityOptions): Identity {
  const { database, masterKey, now, sessionEnded } = options;
  const keptKeys = createKeptKeys({ database, masterKey, now });
  const authenticators = createAuthenticators({ database, masterKey, now });
  const secondFactor = createSecondFactor(authenticators, now);
  const auth = createBetterAuth({
    ...options,
    needs: async (personId, code) =>
      (await authenticators.standing(personId)) ? needsOf(secondFactor, personId, code) : "nothing",
    began: ({ sessionId, personId }) =>
      recordAct(database, { act: "session.began", personId, subject: sessionId }),
    ended: async (session) => {
      // SY-7: a session that ran out leaves the key to the same person's next one on this device.
      const isOver = session.expires <= now();
      if (session.deviceId && !isOver) await keptKeys.destroy(session.personId, session.deviceId);
      sessionEnded(session);
      if (!isOver) await noteEnd(database, session);
    },
  });
  const hash = async (password: string) => (await auth.$context).password.hash(password);
  return {
    auth,
    options,
    keptKeys,
    authenticators,
    secondFactor,
    whoAsks: (headers) => whoAsks(auth, headers),
    createPerson: async ({ id = createId(now), ...person }, password) => {
      const accountId = createId(now);
      await insertPerson(database, { ...person, id }, { accountId, passwordHash: await hash(password) });
      return id;
    },
    setPassword: async (personId, password) => replacePassword(database, personId, await hash(password)),
    revokeSessions: async (personId) => (await auth.$context).internalAdapter.deleteUserSessions(personId),
    endedAmong: (sessions) => endedAmong(database, sessions),
    forgetExpired: (at) => forgetExpired(database, at),
  };
}

async function needsOf(
  { showAny }: SecondFactor,
  personId: string,
  code: string | undefined,
): Promise<SessionNeeds> {
  if (code === undefined) return "code-needed";
  const outcome = await showAny(personId, code);
  if (outcome === "right" || outcome === "no-authenticator") return "nothing";
  return outcome;
}

const noteEnd = (database: Database, { personId, sessionId }: EndedSession): Promise<void> =>
  recordAct(database, { act: "session.ended", personId, subject: sessionId });

const createId = (now: Clock): string => createUlid(now().getTime(), secureRandom);

async function whoAsks(auth: Identity["auth"], headers: Headers): Promise<SignedIn | undefined> {
  const cookie = headers.get("cookie");
  if (cookie === null) return undefined;
  const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
  if (!found) return undefined;
  const { session, user } = found;
  return {
    sessionId: session.id,
    personId: user.id,
    name: user.name,
    email: user.email,
    deviceId: session.deviceId ?? null,
    expires: session.expiresAt,
  };
}
