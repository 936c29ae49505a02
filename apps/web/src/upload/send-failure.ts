import { object, safeParse, string } from "zod/mini";
import type { SendFailure } from "./transport.ts";

const Refusal = object({ refusal: string(), sentence: string() });

/** Answers after which the same is tried again: busy, locked, at another offset, too many. */
const passing = new Set([408, 409, 423, 425, 429]);

/** Why a file stopped, by the last answer of the server: `status` 0 where there was none. */
export function sendFailure(status: number, body: string): SendFailure {
  if (status === 404 || status === 410) return refusalIn(body, ["no-such-file"]) ?? { why: "gone" };
  if (status === 401) return { why: "signed-out" };
  if (status === 413) return { why: "too-large" };
  if (status < 400 || status >= 500 || passing.has(status)) return { why: "no-answer" };
  return refusalIn(body) ?? { why: "refused", sentence: null };
}

/** `except`: reasons that are about the one file, not about the delivery. */
function refusalIn(body: string, except: readonly string[] = []): SendFailure | undefined {
  const answer = safeParse(Refusal, parsed(body));
  return answer.success && !except.includes(answer.data.refusal)
    ? { why: "refused", sentence: answer.data.sentence }
    : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
