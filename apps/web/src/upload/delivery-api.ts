import {
  array,
  boolean,
  enum as oneOf,
  extend,
  int,
  nullable,
  object,
  optional,
  parse,
  string,
  type output,
} from "zod/mini";
import { refusedBy } from "../app/refused.ts";

const Delivery = object({
  id: string(),
  /** When it was begun. */
  at: string(),
  /** The seat that brought it. */
  by: string(),
  state: oneOf(["arriving", "waiting", "reading", "asking", "done", "failed", "cancelled"]),
  files: int(),
  /** How many of the files are on the server, while it is arriving. */
  arrived: optional(int()),
  bytes: int(),
  /** Looked at so far, and known of: what lies in an archive counts too. */
  read: int(),
  total: optional(int()),
  kept: int(),
  notRead: int(),
  /** The records that it became. */
  records: array(string()),
});

const Outcome = object({
  path: string(),
  bytes: int(),
  is: oneOf(["kept", "duplicate", "not-read", "ignored", "waiting"]),
  reason: nullable(string()),
  records: array(string()),
});

const FoundPatient = object({
  id: string(),
  name: string(),
  born: nullable(string()),
  files: int(),
  /** Whether name and birth date are those of the case's patient. */
  fits: boolean(),
});

const Deliveries = object({ items: array(Delivery), next: optional(nullable(string())) });
const OneDelivery = extend(Delivery, { outcomes: array(Outcome), question: nullable(array(FoundPatient)) });

/** What somebody handed over, as the list names it. */
export type Delivery = output<typeof Delivery>;
/** What became of one file, or of one member of an archive. */
export type Outcome = output<typeof Outcome>;
export type FoundPatient = output<typeof FoundPatient>;
/** With what became of each file, and whom it is asked about. */
export type OneDelivery = output<typeof OneDelivery>;

/** What this seat asks the server about deliveries. A refusal is thrown as `Refused`, no answer as another error. */
export interface DeliveryApi {
  readonly list: (signal?: AbortSignal) => Promise<readonly Delivery[]>;
  readonly one: (id: string, signal?: AbortSignal) => Promise<OneDelivery>;
  readonly begin: (id: string) => Promise<void>;
  readonly complete: (id: string, files: number) => Promise<void>;
  readonly cancel: (id: string) => Promise<void>;
  readonly answer: (id: string, take: readonly string[]) => Promise<void>;
  /** `url`: of an upload, whole or in part. */
  readonly removeUpload: (url: string) => Promise<void>;
}

/** `seat`: as the address names it; undefined for whoever has one only. */
export function createDeliveryApi(caseId: string, seat: string | undefined): DeliveryApi {
  const base = `/api/cases/${caseId}/deliveries`;
  const inSeat = seatHeader(seat);
  const get = async (path: string, signal: AbortSignal | undefined): Promise<unknown> =>
    bodyOf(await fetch(base + path, { headers: inSeat, ...(signal && { signal }) }));
  const post = async (path: string, body: unknown): Promise<void> => {
    await bodyOf(
      await fetch(base + path, {
        method: "POST",
        headers: { ...inSeat, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
  };
  return {
    list: async (signal) => parse(Deliveries, await get("", signal)).items,
    one: async (id, signal) => parse(OneDelivery, await get(`/${id}`, signal)),
    begin: (id) => post("", { id }),
    complete: (id, files) => post(`/${id}/complete`, { files }),
    cancel: (id) => post(`/${id}/cancel`, {}),
    answer: (id, take) => post(`/${id}/answer`, { take }),
    removeUpload: async (url) => {
      const headers = { ...inSeat, "tus-resumable": "1.0.0" };
      const response = await fetch(url, { method: "DELETE", headers });
      if (!response.ok) throw await refusedBy(response);
    },
  };
}

/** Names the seat of a request. */
export const seatHeader = (seat: string | undefined): Readonly<Record<string, string>> =>
  seat === undefined ? {} : { "consilium-seat": seat };

async function bodyOf(response: Response): Promise<unknown> {
  if (!response.ok) throw await refusedBy(response);
  return response.json();
}
