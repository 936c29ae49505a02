import type { OutcomeReason } from "../reasons.ts";

export type MemberPath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly path: string; readonly reason: OutcomeReason };

// oxlint-disable-next-line no-control-regex -- control signs are what it removes
const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const longest = 1000;

/**
 * The path a member is known by. Nothing is ever written under it, but a path that leads outside its archive was made
 * to do harm, and says so.
 */
export function memberPath(written: string): MemberPath {
  const slashed = written.replaceAll("\\", "/").replace(control, "").toWellFormed().slice(0, longest);
  const parts = slashed.split("/").filter((part) => part !== "" && part !== ".");
  const path = parts.filter((part) => part !== "..").join("/");
  const isOutside = slashed.startsWith("/") || /^[A-Za-z]:/.test(slashed) || parts.includes("..");
  return isOutside ? { ok: false, path, reason: "path-outside" } : { ok: true, path };
}

/** The same path twice in one archive: the second is told apart, so that each has its outcome. */
export function tellApart(path: string, taken: Set<string>): string {
  let apart = path === "" ? "unnamed" : path;
  for (let count = 2; taken.has(apart); count += 1) apart = `${path} (${count})`;
  taken.add(apart);
  return apart;
}
