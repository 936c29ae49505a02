import type { Wire } from "./wire.ts";

/** A document at a server, and who comes to it. */
export interface Place {
  /** `ws://…` up to the document's name. */
  readonly address: string;
  readonly document: string;
  readonly cookie?: string;
  /** Who comes, where the server believes what it is told. */
  readonly seat?: string;
  /** Where it is not y-websocket's own. */
  readonly wire?: Wire;
}

export const paramsOf = ({ seat }: Place): Record<string, string> => (seat === undefined ? {} : { seat });
