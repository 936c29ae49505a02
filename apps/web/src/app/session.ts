import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { nullable, object, parse, safeParse, string } from "zod/mini";
import { arrive, departEverywhere } from "./departure.ts";
import { initialsOf } from "./initials.ts";

const SessionAnswer = nullable(object({ user: object({ id: string(), name: string(), email: string() }) }));

/** Who is signed in in this browser. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly email: string;
}

/** `null`: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }): Promise<Me | null> => {
    const response = await fetch("/api/auth/get-session", { signal });
    if (!response.ok) throw new Error(`The session could not be read (${response.status})`);
    const answer = parse(SessionAnswer, await response.json());
    return answer && { ...answer.user, initials: initialsOf(answer.user.name) };
  },
});

/**
 * On screens below `/cases`, which nobody reaches signed out. A screen stays theirs for whom it was opened until it is left:
 * the session may end before.
 */
export function useMe(): Me {
  const { data } = useSuspenseQuery(sessionQuery);
  const [me] = useState(data);
  if (!me) throw new Error("This screen needs a session");
  return me;
}

/** Closed: why somebody did not get in. The first three: the password was right. */
export type SignInRefusal =
  | "code-needed"
  | "wrong-code"
  | "too-many-codes"
  | "no-match"
  | "too-many"
  | "foreign-origin"
  | "unreachable";

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string;
}

const RefusalAnswer = object({ refusal: string() });

export async function signIn(credentials: Credentials): Promise<"signed-in" | SignInRefusal> {
  const response = await post("/api/auth/sign-in/email", { ...credentials }).catch(() => null);
  if (!response) return "unreachable";
  if (response.ok) {
    arrive();
    return "signed-in";
  }
  const said = safeParse(RefusalAnswer, await response.json().catch(() => null)).data?.refusal;
  if (said === "code-needed" || said === "wrong-code" || said === "too-many-codes") return said;
  switch (response.status) {
    case 400: // What cannot be an address is nobody's account either.
    case 401:
      return "no-match";
    case 403:
      return "foreign-origin";
    case 429:
      return "too-many";
    default:
      return "unreachable";
  }
}

/** In all tabs of this browser: whoever comes next must find nobody's case open (SY-25). */
export const signOut = (): Promise<void> =>
  departEverywhere(async () => {
    const response = await post("/api/auth/sign-out", {}).catch(() => null);
    return response?.ok ?? false;
  });

const post = (path: string, body: Readonly<Record<string, string>>) =>
  fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
