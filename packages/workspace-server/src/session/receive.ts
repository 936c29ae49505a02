import { type Message, readMessage } from "@consilium/workspace";
import { acceptUpdate } from "../accept-update.ts";
import type { Engine } from "../engine.ts";
import { acceptCarets } from "../fan-out/carets.ts";
import { dismiss } from "../fan-out/tell.ts";
import { acceptQuestion } from "./join.ts";
import type { Session } from "./session.ts";

/** A y-websocket message, from either door. */
export function receive(engine: Engine, session: Session, bytes: Uint8Array): void {
  if (session.stage === "ended") return;
  try {
    dispatch(engine, session, readMessage(bytes));
  } catch (cause) {
    // `ws` would stall the whole socket for good: here it costs one channel, and its client comes again (protocol 2).
    engine.report({ kind: "threw", cause });
    dismiss(engine, session, "log-unavailable");
  }
}

function dispatch(engine: Engine, session: Session, message: Message | undefined): void {
  switch (message?.kind) {
    case undefined:
    case "saved": // The server's word, not a client's.
      return dismiss(engine, session, "malformed");
    case "step-one":
      return acceptQuestion(engine, session, message.vector);
    case "step-two":
      return acceptUpdate(engine, session, "answer", message.update);
    case "update":
      return acceptUpdate(engine, session, "update", message.update);
    case "awareness":
      return acceptCarets(engine, session, message.entries);
  }
}
