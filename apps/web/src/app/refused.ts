import { object, safeParse, string } from "zod/mini";

const RefusalAnswer = object({ refusal: string(), sentence: string() });

/**
 * The server's refusal on its way through Query, which knows failures only as thrown values. `sentence` is for the person,
 * `reason` is the closed word for the code.
 */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;
  readonly reason: string;

  constructor(status: number, reason: string, sentence: string) {
    super(sentence);
    this.status = status;
    this.reason = reason;
  }
}

/** `if (!response.ok) throw await refusedBy(response)`. */
export async function refusedBy(response: Pick<Response, "status" | "json">): Promise<Error> {
  const answer = safeParse(RefusalAnswer, await response.json().catch(() => null));
  return answer.success
    ? new Refused(response.status, answer.data.refusal, answer.data.sentence)
    : new Error(`The server answered ${response.status}`);
}
