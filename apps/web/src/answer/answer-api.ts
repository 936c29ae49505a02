import type { PlaceApi } from "@consilium/server/api";
import { hc, type InferResponseType } from "hono/client";
import { refusedBy } from "../app/refused.ts";
import { answerOf } from "../case/case-api.ts";
import type { SendingApi } from "../upload/case-deliveries.ts";

const { answering } = hc<PlaceApi>(`${location.origin}/api`);

/** What is asked for, as whoever has the link and the code may know it. */
export type AnswerPlace = InferResponseType<typeof answering.$get, 200>;
export type OpenedPlace = InferResponseType<typeof answering.opening.$post, 200>;

/** What a browser shows with everything that it asks: the secret of the address, and what the code gave. */
export interface PlaceKey {
  readonly token: string;
  /** Empty: the code was not typed yet. */
  readonly entry: string;
}

export const headersOf = ({ token, entry }: PlaceKey) => ({
  "consilium-place": token,
  "consilium-entry": entry,
});

const under = (key: PlaceKey) => ({ header: headersOf(key) });

/** `token`: of the address's fragment, which the browser sends to nobody by itself. */
export const openPlace = (token: string, code: string): Promise<OpenedPlace> =>
  answerOf(answering.opening.$post({ json: { token, code } }));

export const lookAtPlace = (key: PlaceKey): Promise<AnswerPlace> => answerOf(answering.$get(under(key)));

export interface PlaceWord {
  readonly state: "here" | "unavailable";
  readonly because: string | null;
}

export const answerPlace = (key: PlaceKey, json: PlaceWord) =>
  answerOf(answering.answer.$post({ ...under(key), json }));

/** As `DeliveryApi`, for whoever has no account. */
export function placeSending(key: PlaceKey): SendingApi {
  const { deliveries } = answering;
  const of = (id: string) => ({ ...under(key), param: { id } });
  return {
    one: (id) => answerOf(deliveries[":id"].$get(of(id))),
    begin: (id) => answerOf(deliveries.$post({ ...under(key), json: { id } })),
    complete: (id, files) => answerOf(deliveries[":id"].complete.$post({ ...of(id), json: { files } })),
    cancel: (id) => answerOf(deliveries[":id"].cancel.$post(of(id))),
    removeUpload: async (url) => {
      const headers = { ...headersOf(key), "tus-resumable": "1.0.0" };
      const response = await fetch(url, { method: "DELETE", headers });
      if (!response.ok) throw await refusedBy(response);
    },
  };
}
