/** Why identity says no, for programs and for people. */
const refusals = {
  "malformed-request": { status: 400, sentence: "This is not a sign-in." },
  "wrong-credentials": { status: 401, sentence: "E-mail and password do not belong together." },
  "code-needed": { status: 401, sentence: "A code of the authenticator app is needed." },
  "wrong-code": { status: 401, sentence: "The code is not right, or it was used already." },
  "too-many-codes": { status: 429, sentence: "Five codes were wrong. For 15 minutes none is looked at." },
  "foreign-origin": { status: 403, sentence: "The request came from a page that is not part of this site." },
  "too-many": { status: 429, sentence: "Too many tries. Wait a moment, then try again." },
  internal: { status: 500, sentence: "Something went wrong here. Nothing was changed; try again." },
} as const;

type Reason = keyof typeof refusals;

const seconds = 8;

export function refuseIdentity(reason: Reason): Response {
  const { status, sentence } = refusals[reason];
  const headers = { "cache-control": "no-store", ...(status === 429 && { "retry-after": String(seconds) }) };
  return Response.json({ refusal: reason, sentence }, { status, headers });
}

/** Better Auth's answers that are no success, in our words; those of our own hook are in ours already. */
export function reasonOf(status: number, code: unknown): Reason | undefined {
  if (status < 400) return undefined;
  if (code === "code-needed" || code === "wrong-code" || code === "too-many-codes") return code;
  if (status === 401) return "wrong-credentials";
  if (status === 403) return "foreign-origin";
  if (status === 429) return "too-many";
  return status < 500 ? "malformed-request" : "internal";
}
