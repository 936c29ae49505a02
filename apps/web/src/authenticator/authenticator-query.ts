import type { AuthenticatorApi } from "@consilium/server/api";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf } from "../case/case-api.ts";

const api = hc<AuthenticatorApi>(`${location.origin}/api`).session.authenticator;

export type Authenticator = InferResponseType<typeof api.$get, 200>["authenticator"];
/** What the app is given, told once. */
export type AppSecret = InferResponseType<typeof api.$post, 201>;

/** Null: none is set up. */
export const authenticatorQuery = queryOptions({
  queryKey: ["authenticator"],
  queryFn: async ({ signal }) => (await answerOf(api.$get({}, { init: { signal } }))).authenticator,
});

export const beginAuthenticator = (password: string) => answerOf(api.$post({ json: { password } }));

export const confirmAuthenticator = async (code: string): Promise<readonly string[]> =>
  (await answerOf(api.confirmation.$post({ json: { code } }))).recoveryCodes;

export const endAuthenticator = (json: { readonly password: string; readonly code: string }) =>
  answerOf(api.end.$post({ json }));
