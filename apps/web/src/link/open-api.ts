import type { OpenApi } from "@consilium/server/api";
import { hc, type InferResponseType } from "hono/client";
import { answerOf } from "../case/case-api.ts";

const api = hc<OpenApi>(`${location.origin}/api`);

export type ReportByLink = InferResponseType<typeof api.links.opening.$post, 200>;

/** `token`: of the address's fragment, which the browser sends to nobody by itself. */
export const openLink = (token: string, passcode: string): Promise<ReportByLink> =>
  answerOf(api.links.opening.$post({ json: { token, passcode } }));

/** Whether a report stands, by the code that it prints. */
export const checkCode = (code: string) => answerOf(api.check[":code"].$get({ param: { code } }));

/** As people type it: with or without dashes, in capitals, with spaces. Undefined: it is none. */
export function readCode(typed: string): string | undefined {
  const [, first, second, third] =
    /^([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})$/.exec(typed.toLowerCase().replaceAll(/[\s-]/g, "")) ?? [];
  return first && `${first}-${second}-${third}`;
}
