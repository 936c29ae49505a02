import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";

export type SecretProblem =
  /** Another account of this machine could read it. */
  "open-to-others" | "damaged";

export type KeptSecret =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: SecretProblem };

/**
 * A secret that is made once and kept in a file of its own. Whole or not there, also after a power cut: what was sealed
 * under a lost key is lost.
 */
export function keepSecret(
  path: string,
  create: () => string,
  isValid: (value: string) => boolean,
): KeptSecret {
  if (!exists(path)) writeOnce(path, create());
  const othersMayRead = process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0;
  if (othersMayRead) return { ok: false, problem: "open-to-others" };
  const value = readFileSync(path, "utf8").trim();
  return isValid(value) ? { ok: true, value } : { ok: false, problem: "damaged" };
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Of two processes that start at once, one makes it. */
function writeOnce(path: string, value: string): void {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, "w", 0o600);
  writeFileSync(file, `${value}\n`);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(draft, path);
  } catch (cause) {
    if (!exists(path)) throw cause;
  } finally {
    rmSync(draft);
  }
}
