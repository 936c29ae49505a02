export { workerBuiltBefore } from "./built-worker.ts";
export { FakeMedia } from "./fake-media.ts";
export { doctor, interpreter, patient, secondDoctor } from "./people.ts";
export { quietRoom } from "./quiet-room.ts";
export { enter, openPage, type TestPage } from "./test-page.ts";
export { hasTurnServer, startTurnServer, type TurnServer } from "./turn-server.ts";
