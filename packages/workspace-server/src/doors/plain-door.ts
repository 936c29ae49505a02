import { closeCodes, type CloseReason, encodeSavedMessage, encodeStepOne } from "@consilium/workspace";
import type { Engine } from "../engine.ts";
import { end } from "../fan-out/tell.ts";
import { receive } from "../session/receive.ts";
import type { Line, Session } from "../session/session.ts";
import type { Door, Socket } from "./socket.ts";

/**
 * `WS /sync/:caseId/:document` (protocol.md, 1): y-websocket's messages and nothing else, except type 64 for those who asked
 * for it. A stock client knows no refusal: its late draft is kept, and the door closes with 4410.
 */
export function plainLine(socket: Socket, wantsSaved: boolean): Line {
  let taken = 0;
  const send = (message: Uint8Array) => {
    socket.send(message, () => {
      taken += message.length;
    });
  };
  const close = (reason: CloseReason) => socket.close(closeCodes[reason], reason);
  return {
    opened: () => {}, // Its client makes its own id, and hears of its rights by what comes back.
    message: send,
    saved: (count, sequence) => {
      if (wantsSaved) send(encodeSavedMessage(count, sequence));
    },
    refused: (_count, fate) => {
      if (fate === "late") close("signed");
    },
    resync: (vector) => send(encodeStepOne(vector)),
    close,
    waiting: socket.waiting,
    taken: () => taken,
  };
}

const mostEarly = 1024 * 1024;

/** A stock client speaks at once; what it says before its document is found waits here. */
export function plainDoor(engine: Engine, line: Line, entering: Promise<Session | undefined>): Door {
  let early: Uint8Array[] | undefined = [];
  let earlyBytes = 0;
  let session: Session | undefined;
  let isGone = false;
  const enter = async () => {
    session = await entering;
    if (session && isGone) return end(engine, session);
    for (const bytes of early ?? []) if (session) receive(engine, session, bytes);
    early = undefined;
  };
  void enter();
  return {
    receive: (bytes) => {
      if (session) return receive(engine, session, bytes);
      earlyBytes += bytes.length;
      if (earlyBytes > mostEarly) return line.close("too-fast");
      early?.push(bytes.slice());
    },
    left: () => {
      isGone = true;
      if (session) end(engine, session);
    },
  };
}
