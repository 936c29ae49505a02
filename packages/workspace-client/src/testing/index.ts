export { createMemoryOutbox } from "./memory-outbox.ts";
export { type ServerEnd, WireLine, type WireServer } from "./wire-line.ts";
export { breathe, closePages, openPage, type Page, type PageOptions, useTestTimers } from "./world.ts";
