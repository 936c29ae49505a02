import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { Archive } from "./archive.ts";

const secretFile = z.string().min(1);

const Stated = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "must be 1 to 40 of a-z, 0-9 and -"),
  name: z.string().trim().min(1).max(80),
  address: z.string(),
  organisations: z.array(z.string().min(1)).min(1).optional(),
  withoutTls: z.boolean().default(false),
  basic: z.strictObject({ user: z.string().regex(/^[^:\p{Cc}]+$/u), passwordFile: secretFile }).optional(),
  bearer: z.strictObject({ tokenFile: secretFile }).optional(),
});
type Stated = z.infer<typeof Stated>;

/** What a secret may be: text on one line, which nothing can follow in a header. */
const secretPattern = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/**
 * `CONSILIUM_ARCHIVES` names a JSON file with the archives. Files that it names lie beside it. A sentence for each that is
 * wrong; secrets are not repeated.
 */
export function readArchives(
  given: string | undefined,
  root: string,
  problems: string[],
): readonly Archive[] {
  if (!given) return [];
  const path = resolve(root, given);
  const content = readJson(path, problems);
  if (content === undefined) return [];
  const listed = z.array(z.unknown()).safeParse(content);
  if (!listed.success) {
    problems.push(`CONSILIUM_ARCHIVES is ${given}: it must be a file with a list of archives as JSON.`);
    return [];
  }
  const archives = listed.data.flatMap((one, at) => {
    const say = (what: string) => problems.push(`CONSILIUM_ARCHIVES, archive ${at + 1}: ${what}`);
    const stated = Stated.safeParse(one);
    if (stated.success) return archiveOf(stated.data, path, say) ?? [];
    const [issue] = stated.error.issues;
    say(`${issue?.path.join(".") || "it"}: ${issue?.message ?? "does not fit"}.`);
    return [];
  });
  const ids = archives.map(({ id }) => id);
  if (new Set(ids).size < ids.length) problems.push("CONSILIUM_ARCHIVES: two archives have one id.");
  return archives;
}

type Say = (what: string) => void;

function archiveOf(stated: Stated, path: string, say: Say): Archive | undefined {
  const { id, name, organisations } = stated;
  const address = addressOf(stated, say);
  const authorization = authorizationOf(stated, path, say);
  if (address === undefined || authorization === false) return undefined;
  return { id, name, address, organisations, authorization };
}

function addressOf({ address, withoutTls }: Stated, say: Say): string | undefined {
  const url = URL.parse(address);
  // It may hold a password: it is not repeated.
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
    say("address: must be an address as https://archive.example/dicom-web, without a password in it.");
    return undefined;
  }
  if (url.protocol === "http:" && !withoutTls && !isLoopback(url.hostname)) {
    say('address: must begin with https://, unless "withoutTls": true says that the way there is safe.');
    return undefined;
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);

/** False where it was to be read and could not. */
function authorizationOf({ basic, bearer }: Stated, path: string, say: Say): string | undefined | false {
  if (basic && bearer) {
    say("it has both basic and bearer: one of them is enough.");
    return false;
  }
  if (basic) {
    const password = readSecret(path, basic.passwordFile, say);
    const both = Buffer.from(`${basic.user}:${password ?? ""}`).toString("base64");
    return password !== undefined && `Basic ${both}`;
  }
  if (!bearer) return undefined;
  const token = readSecret(path, bearer.tokenFile, say);
  return token !== undefined && `Bearer ${token}`;
}

function readSecret(beside: string, name: string, say: Say): string | undefined {
  const path = resolve(beside, "..", name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) say(`${path} is not there.`);
  else if (process.platform !== "win32" && (found.mode & 0o077) !== 0)
    say(`${path} can be read by other accounts. Close it: chmod 600 ${path}`);
  else {
    const secret = readFileSync(path, "utf8").trim();
    if (secretPattern.test(secret)) return secret;
    say(`${path} must hold one line of ASCII.`);
  }
  return undefined;
}

function readJson(path: string, problems: string[]): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    // A parser's words repeat what it read.
    const why = error instanceof SyntaxError ? "is no JSON" : "cannot be read";
    problems.push(`CONSILIUM_ARCHIVES: ${path} ${why}.`);
    return undefined;
  }
}
