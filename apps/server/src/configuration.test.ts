import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfiguration } from "./configuration.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "consilium-configuration-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const read = (environment: NodeJS.ProcessEnv = {}) =>
  readConfiguration({ CONSILIUM_DATA: join(folder, "data"), ...environment });

const masterKey = Buffer.alloc(32, 7).toString("base64");
const secret = "s".repeat(40);
const production = {
  NODE_ENV: "production",
  CONSILIUM_ORIGIN: "https://consilium.example",
  CONSILIUM_MASTER_KEY: masterKey,
  CONSILIUM_SECRET: secret,
  CONSILIUM_MEDIA: "off",
};

test("with nothing set it serves both names of this machine from a folder", () => {
  expect(read()).toMatchObject({
    port: 3000,
    origins: ["http://localhost:3000", "http://127.0.0.1:3000"],
    database: join(folder, "data/database"),
  });
});

test("proxies are addresses, and anything else is refused with a sentence", () => {
  expect(read().proxies).toEqual([]);
  expect(read({ CONSILIUM_PROXIES: " 10.0.0.9, 2001:db8::9," }).proxies).toEqual(["10.0.0.9", "2001:db8::9"]);
  expect(() => read({ CONSILIUM_PROXIES: "proxy.example" })).toThrow("CONSILIUM_PROXIES is proxy.example");
});

test("archives of hospitals are in a file that is named, and one that is not there is said", () => {
  expect(read().archives).toEqual([]);
  expect(() => read({ CONSILIUM_ARCHIVES: join(folder, "nowhere.json") })).toThrow("cannot be read");
});

test("files lie in the data folder until there is a bucket, and half a setting is refused", () => {
  expect(read().blobs).toEqual({ kind: "disk" });
  const bucket = { S3_BUCKET: "records", S3_ENDPOINT: "http://127.0.0.1:9000" };
  const keys = { S3_ACCESS_KEY_ID: "a", S3_SECRET_ACCESS_KEY: "b" };
  expect(read({ ...bucket, ...keys }).blobs).toMatchObject({
    kind: "s3",
    bucket: "records",
    pathStyle: true,
  });
  expect(read({ S3_BUCKET: "records" }).blobs).toMatchObject({ credentials: undefined, pathStyle: false });
  expect(() => read({ S3_ENDPOINT: "http://127.0.0.1:9000" })).toThrow("S3_BUCKET is not");
  expect(() => read({ ...bucket, S3_ACCESS_KEY_ID: "a" })).toThrow("one of them is missing");
  expect(() => read({ ...bucket, S3_ENDPOINT: "store.example" })).toThrow("S3_ENDPOINT must be");
});

test("mail stays here until there is a server for it, and what is of no use is said", () => {
  expect(read().smtp).toBeUndefined();
  const url = "smtps://consilium:secret@mail.example:465";
  const origin = { CONSILIUM_ORIGIN: "https://consilium.example" };
  expect(read({ ...origin, SMTP_URL: url }).smtp).toEqual({ url, from: "no-reply@consilium.example" });
  expect(read({ SMTP_URL: url, SMTP_FROM: "second@opinions.example" }).smtp?.from).toBe(
    "second@opinions.example",
  );
  expect(() => read({ SMTP_URL: url })).toThrow("SMTP_FROM is not set");
  expect(() => read({ SMTP_URL: url, SMTP_FROM: "a@b.example\r\nBcc: c@d.example" })).toThrow(
    "SMTP_FROM is no mail address",
  );
  expect(() => read({ ...origin, SMTP_URL: "mail.example" })).toThrow("SMTP_URL must be");
  expect(() => read({ SMTP_FROM: "a@b.example" })).toThrow("SMTP_URL is not");
});

test("its secrets are made once, and are nobody else's", () => {
  const first = read();
  expect(first.masterKey).toHaveLength(32);
  expect(first.demoPassword).toMatch(/^([a-z]{4}-){4}\d\d$/);
  expect(read()).toEqual(first);
  for (const name of ["master.key", "session.secret", "demo-password"])
    expect(statSync(join(folder, "data", name)).mode & 0o777).toBe(0o600);
});

test("what the environment says goes before what is kept", () => {
  read();
  const given = read({
    CONSILIUM_MASTER_KEY: masterKey,
    CONSILIUM_SECRET: secret,
    CONSILIUM_DEMO_PASSWORD: "demo",
  });
  expect(given.masterKey.toString("base64")).toBe(masterKey);
  expect(given).toMatchObject({ secret, demoPassword: "demo" });
});

test("a key that others can read is refused, and so is a damaged one; neither is replaced", () => {
  read();
  const path = join(folder, "data/master.key");
  chmodSync(path, 0o644);
  expect(() => read()).toThrow("can be read by other accounts");
  chmodSync(path, 0o600);
  writeFileSync(path, "c2hvcnQ=");
  expect(() => read()).toThrow("master.key is damaged");
  expect(readFileSync(path, "utf8")).toBe("c2hvcnQ=");
});

test.for([
  [{ PORT: "http" }, "PORT is http"],
  [{ PORT: "70000" }, "PORT is 70000"],
  [{ CONSILIUM_ORIGIN: "consilium.example" }, "CONSILIUM_ORIGIN is consilium.example"],
  [{ CONSILIUM_ORIGIN: "https://consilium.example/path" }, "without a path"],
  [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must be"],
  [{ CONSILIUM_MASTER_KEY: "c2hvcnQ=" }, "32 bytes in base64"],
  [{ CONSILIUM_MASTER_KEY: `${masterKey}!` }, "32 bytes in base64"],
  [{ CONSILIUM_SECRET: "short" }, "at least 32 characters"],
] as const)("%o is answered with a sentence", ([environment, sentence]) => {
  expect(() => read(environment)).toThrow(sentence);
});

test("a wrong address of a database is not repeated: it holds a password", () => {
  expect(() => read({ DATABASE_URL: "mysql://me:hush@host/x" })).toThrow(/^(?!.*hush)/);
});

describe("in production", () => {
  test("everything given is enough, and there is no demo", () => {
    expect(read(production)).toMatchObject({ production: true, demoPassword: undefined, secret });
  });

  test.for(["CONSILIUM_ORIGIN", "CONSILIUM_MASTER_KEY", "CONSILIUM_SECRET"])("%s must be set", (name) => {
    expect(() => read({ ...production, [name]: undefined })).toThrow(`${name} is not set`);
  });

  test("the site's address is https", () => {
    expect(() => read({ ...production, CONSILIUM_ORIGIN: "http://consilium.example" })).toThrow("https://");
  });
});
