import { z } from "zod";
import * as kinds from "./notifications/index.ts";
import { conferenceRefusals } from "./refusal.ts";

type Kinds = typeof kinds;
type Kind = Kinds[keyof Kinds];
export type Notice = {
  readonly [Name in keyof Kinds]: {
    readonly method: Kinds[Name]["method"];
    readonly data: z.infer<Kinds[Name]["data"]>;
  };
}[keyof Kinds];

const byMethod: ReadonlyMap<string, Kind> = new Map(Object.values(kinds).map((kind) => [kind.method, kind]));

const answer = z.union([
  z.object({ id: z.string(), ok: z.literal(true), data: z.unknown() }),
  z.object({ id: z.string(), ok: z.literal(false), reason: z.enum(conferenceRefusals) }),
]);
const notice = z.object({ method: z.string(), data: z.unknown() });

export type Told =
  | { readonly is: "answer"; readonly answer: z.infer<typeof answer> }
  | { readonly is: "notice"; readonly notice: Notice };

/** What the server said. Undefined: nothing that this page knows; a newer server may say more. */
export function readTold(text: string): Told | undefined {
  const message: unknown = JSON.parse(text);
  const answered = answer.safeParse(message);
  if (answered.success) return { is: "answer", answer: answered.data };
  const told = notice.safeParse(message);
  const kind = told.success ? byMethod.get(told.data.method) : undefined;
  const data = kind?.data.safeParse(told.data?.data);
  if (!kind || !data?.success) return undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The data were read by the schema of their own method.
  return { is: "notice", notice: { method: kind.method, data: data.data } as Notice };
}
