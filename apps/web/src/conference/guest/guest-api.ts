import type { GuestDoorApi } from "@consilium/server/api";
import { hc, type InferResponseType } from "hono/client";
import { answerOf } from "../../case/case-api.ts";

const { guest } = hc<GuestDoorApi>(`${location.origin}/api`);

/** What somebody without an account may know of the conference that they were invited to. */
export type GuestView = InferResponseType<typeof guest.$get, 200>;

/** `token`: of the address's fragment, which the browser sends to nobody by itself. It is good once. */
export const openInvitation = (token: string): Promise<GuestView> =>
  answerOf(guest.opening.$post({ json: { token } }));

/** Of the invitation that this device has opened. */
export const openedInvitation = (): Promise<GuestView> => answerOf(guest.$get());
