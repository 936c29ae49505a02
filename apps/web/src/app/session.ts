import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { nullable, object, parse, string } from "zod/mini";
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

/** On screens below `/cases`, which nobody reaches signed out. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error("This screen needs a session");
  return data;
}

/** Closed: why somebody did not get in. */
export type SignInRefusal = "no-match" | "too-many" | "foreign-origin" | "unreachable";

export async function signIn(email: string, password: string): Promise<"signed-in" | SignInRefusal> {
  const response = await post("/api/auth/sign-in/email", { email, password }).catch(() => null);
  if (!response) return "unreachable";
  if (response.ok) return "signed-in";
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

/** Also in the other tabs of this browser: whoever comes next must find nobody's case open (SY-25). */
export async function signOut(): Promise<void> {
  const response = await post("/api/auth/sign-out", {});
  if (!response.ok) throw new Error(`Signing out failed (${response.status})`);
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A channel reaches its own origin only.
  channel.postMessage("signed-out");
  channel.close();
}

const channelName = "consilium-session";

/** Calls `onSignOut` when another tab signs out. Returns how to stop. */
export function watchSignOut(onSignOut: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", onSignOut);
  return () => channel.close();
}

const post = (path: string, body: Readonly<Record<string, string>>) =>
  fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
