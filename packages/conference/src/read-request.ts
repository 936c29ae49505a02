import type { z } from "zod";
import type { ConferenceRefusalReason } from "./refusal.ts";
import * as kinds from "./requests/index.ts";

type Kinds = typeof kinds;
type Kind = Kinds[keyof Kinds];
export type Method = Kind["method"];

type OfMethod<Name extends Method> = Extract<Kind, { readonly method: Name }>;
export type InputOf<Name extends Method> = z.infer<OfMethod<Name>["input"]>;
export type AnswerOf<Name extends Method> = z.infer<OfMethod<Name>["answer"]>;

const byMethod: ReadonlyMap<string, Kind> = new Map(Object.values(kinds).map((kind) => [kind.method, kind]));

/** The kind of a request by its name. Throws where there is none: a name that was typed here is wrong. */
export function kindOf<Name extends Method>(method: Name): OfMethod<Name>;
export function kindOf(method: Method): Kind {
  const kind = byMethod.get(method);
  if (!kind) throw new Error(`There is no request ${method}`);
  return kind;
}

/** In UTF-16 units: a request with all that a browser can send is a tenth of it. */
export const longestMessage = 65_536;
/** Of the id by which a page knows the answer to its request. */
const longestId = 64;

/** A request that says what it should. `input` fits `method`. */
export type ReadRequest = {
  readonly [Name in Method]: { readonly id: string; readonly method: Name; readonly input: InputOf<Name> };
}[Method];

export type RequestReading =
  | { readonly ok: true; readonly value: ReadRequest }
  /** `id` null: not even that could be read. */
  | { readonly ok: false; readonly id: string | null; readonly reason: ConferenceRefusalReason };

/** What a page sent, read and judged. Never throws. */
export function readRequest(text: string): RequestReading {
  const message = text.length > longestMessage ? undefined : parse(text);
  if (typeof message !== "object" || message === null) return { ok: false, id: null, reason: "malformed" };
  const id =
    "id" in message && typeof message.id === "string" && message.id.length <= longestId ? message.id : null;
  const method = "method" in message && typeof message.method === "string" ? message.method : "";
  const kind = byMethod.get(method);
  if (id === null || !kind) return { ok: false, id, reason: "malformed" };
  const input = kind.input.safeParse("data" in message ? message.data : {});
  if (!input.success) return { ok: false, id, reason: method === "join" ? "other-version" : "malformed" };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The input was read by the schema of its own method.
  return { ok: true, value: { id, method: kind.method, input: input.data } as ReadRequest };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
