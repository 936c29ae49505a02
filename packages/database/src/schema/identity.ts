import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

// `user` to `rateLimit` are Better Auth's; their keys are its field names. A test compares them with what it asks for.

export const user = pgTable("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  createdAt: instant("created_at").notNull().defaultNow(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

const userId = () =>
  text("user_id")
    .notNull()
    .references(() => user.id, { onDelete: "cascade" });

export const session = pgTable(
  "session",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: userId(),
    /** The browser it lives in: what is kept there is locked with a key of this person and this device (SY-7). */
    deviceId: text("device_id"),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [index("session_user").on(table.userId), index("session_expires").on(table.expiresAt)],
);

export const account = pgTable(
  "account",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: userId(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [index("account_user").on(table.userId)],
);

export const verification = pgTable(
  "verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [index("verification_identifier").on(table.identifier)],
);

/** Counts by network address and route. */
export const rateLimit = pgTable("rate_limit", {
  id: text("id").primaryKey(),
  key: text("key").notNull().unique(),
  count: integer("count").notNull(),
  lastRequest: bigint("last_request", { mode: "number" }).notNull(),
});

export interface Licence {
  readonly number: string;
  readonly authority: string;
  readonly country: string;
}

/** What is known of a user beyond the account. Persons are closed, never deleted. */
export const person = pgTable("person", {
  id: text("id")
    .primaryKey()
    .references(() => user.id),
  initials: text("initials").notNull(),
  profession: text("profession"),
  workplace: text("workplace"),
  /** An IANA time zone. */
  zone: text("zone").notNull().default("UTC"),
  licence: jsonb("licence").$type<Licence>(),
  createdAt: instant("created_at").notNull().defaultNow(),
  closedAt: instant("closed_at"),
});

/** A browser in which somebody has signed in. Its id is a secret of that browser, in a cookie. */
export const device = pgTable(
  "device",
  {
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    id: text("id").notNull(),
    firstAt: instant("first_at").notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.id] })],
);

/** The key of what a browser keeps unsaved (SY-7), under the master key. */
export const keptKey = pgTable(
  "kept_key",
  {
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    deviceId: text("device_id").notNull(),
    sealed: bytea("sealed").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.deviceId] })],
);

/** Wrong passwords, by account (as an HMAC: unknown addresses are counted too) and by where they came from. */
export const signInFailure = pgTable(
  "sign_in_failure",
  {
    account: bytea("account").notNull(),
    /** The id of a device that this account has used, or `elsewhere`. */
    source: text("source").notNull(),
    count: integer("count").notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.source] }),
    index("sign_in_failure_last").on(table.lastAt),
  ],
);

/** An authenticator app (TOTP, RFC 6238), one a person. It counts from when a code of it was shown. */
export const authenticator = pgTable("authenticator", {
  personId: text("person_id")
    .primaryKey()
    .references(() => person.id),
  /** Under the master key. */
  secret: bytea("secret").notNull(),
  begunAt: instant("begun_at").notNull(),
  confirmedAt: instant("confirmed_at"),
  /** Of the last code that was taken: no code counts twice, nor one that is older. */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
  /** Since the last code that was right. */
  tries: integer("tries").notNull().default(0),
  lastTryAt: instant("last_try_at"),
});

/** What somebody gets in with who has lost the app: each once. */
export const recoveryCode = pgTable(
  "recovery_code",
  {
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    /** SHA-256 of the person and 79 random bits. */
    hash: bytea("hash").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [primaryKey({ columns: [table.personId, table.hash] })],
);
