export type { Arriving, LeavingLayer, TestCall, WayInUse } from "./page/test-call.ts";
export { type RoomServer, type RoomServerSettings, startRoomServer } from "./room-server.ts";
