import type { Method } from "@consilium/conference";
import { goIn, join, leave } from "./before-the-door.ts";
import type { Handler } from "./handler.ts";
import { admit, deny, end, mute, remove } from "./letting-in.ts";
import { report } from "./report.ts";
import { present, raiseHand } from "./showing.ts";
import {
  closeProducer,
  consume,
  pauseConsumer,
  pauseProducer,
  produce,
  resumeConsumer,
  resumeProducer,
  setLayers,
} from "./streams.ts";
import { connectTransport, createTransport, openMedia, restartIce } from "./transports.ts";

/** One of each kind: a request without one does not compile. */
export const handlers: { readonly [Name in Method]: Handler<Name> } = {
  join,
  goIn,
  leave,
  admit,
  deny,
  remove,
  mute,
  end,
  present,
  raiseHand,
  report,
  openMedia,
  createTransport,
  connectTransport,
  restartIce,
  produce,
  pauseProducer,
  resumeProducer,
  closeProducer,
  consume,
  pauseConsumer,
  resumeConsumer,
  setLayers,
};
