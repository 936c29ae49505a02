export { workerBuiltBefore } from "./built-worker.ts";
export { FakeMedia } from "./fake-media.ts";
export { openPage, type TestPage } from "./test-page.ts";
export { hasTurnServer, startTurnServer, type TurnServer } from "./turn-server.ts";
