import type { DeliveryApi as DeliveryRoutes } from "@consilium/server/api";
import { hc, type InferResponseType } from "hono/client";
import { refusedBy } from "../app/refused.ts";
import { answerOf, inSeat } from "../case/case-api.ts";

const { deliveries } = hc<DeliveryRoutes>(`${location.origin}/api`).cases[":caseId"];
const delivery = deliveries[":id"];

/** What somebody handed over, as the list names it. */
export type Delivery = InferResponseType<typeof deliveries.$get, 200>["items"][number];
/** With what became of each file, and whom it is asked about. */
export type OneDelivery = InferResponseType<typeof delivery.$get, 200>;
/** What became of one file, or of one member of an archive. */
export type Outcome = OneDelivery["outcomes"][number];
/** Of a file that was read, a kind of thing that is not among the records. */
export type NotUnderstood = OneDelivery["notUnderstood"][number];
export type MissingImages = OneDelivery["missing"][number];
export type FoundPatient = NonNullable<OneDelivery["question"]>[number];

/** What this seat asks the server about deliveries. A refusal is thrown as `Refused`, no answer as another error. */
export interface DeliveryApi {
  readonly list: (signal?: AbortSignal) => Promise<readonly Delivery[]>;
  readonly one: (id: string, signal?: AbortSignal) => Promise<OneDelivery>;
  readonly begin: (id: string) => Promise<unknown>;
  readonly complete: (id: string, files: number) => Promise<unknown>;
  readonly cancel: (id: string) => Promise<unknown>;
  readonly answer: (id: string, take: readonly string[]) => Promise<unknown>;
  /** `url`: of an upload, whole or in part. */
  readonly removeUpload: (url: string) => Promise<void>;
}

const init = (signal: AbortSignal | undefined) => ({ init: signal ? { signal } : {} });

/** `seat`: as the address names it; undefined for whoever has one only. */
export function createDeliveryApi(caseId: string, seat: string | undefined): DeliveryApi {
  const inIt = inSeat(seat);
  const of = (id: string) => ({ param: { caseId, id }, ...inIt });
  return {
    list: async (signal) =>
      (await answerOf(deliveries.$get({ param: { caseId }, query: {}, ...inIt }, init(signal)))).items,
    one: (id, signal) => answerOf(delivery.$get(of(id), init(signal))),
    begin: (id) => answerOf(deliveries.$post({ param: { caseId }, json: { id }, ...inIt })),
    complete: (id, files) => answerOf(delivery.complete.$post({ ...of(id), json: { files } })),
    cancel: (id) => answerOf(delivery.cancel.$post(of(id))),
    answer: (id, take) => answerOf(delivery.answer.$post({ ...of(id), json: { take: [...take] } })),
    removeUpload: async (url) => {
      const headers = { ...inIt.header, "tus-resumable": "1.0.0" };
      const response = await fetch(url, { method: "DELETE", headers });
      if (!response.ok) throw await refusedBy(response);
    },
  };
}
