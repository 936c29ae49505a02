import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * What a browser shows after the right code, until a moment: signed with what the server keeps of the code, over the secret of the
 * address, which it does not keep. Whoever reads the database makes none, and with another code all of them end.
 */
export const newEntry = (token: string, codeHash: Buffer, until: Date): string =>
  [until.getTime(), signed(token, codeHash, until.getTime()).toString("base64url")].join(".");

/** `over`: it was one, and its time has passed. */
export function judgeEntry(
  entry: string,
  token: string,
  codeHash: Buffer,
  now: Date,
): "right" | "over" | "wrong" {
  const [, time = "", mark = ""] = /^(\d{1,15})\.([\w-]{43})$/.exec(entry) ?? [];
  const until = Number(time);
  if (mark === "") return "wrong";
  if (!timingSafeEqual(Buffer.from(mark, "base64url"), signed(token, codeHash, until))) return "wrong";
  return now.getTime() < until ? "right" : "over";
}

const signed = (token: string, codeHash: Buffer, until: number): Buffer =>
  createHmac("sha256", codeHash).update(`answer place ${until} ${token}`).digest();
