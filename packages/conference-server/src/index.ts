export {
  CannotCarry,
  type Direction,
  type Media,
  type MediaEvents,
  type MediaHealth,
  type MediaRoom,
  NoMedia,
  NoSuchThing,
  type OpenedTransport,
  type ReceivedStream,
  type SentStream,
} from "./media.ts";
export type { Attending, Connection, RoomSettings, Trace } from "./room-state.ts";
export { Room } from "./room.ts";
export type { ConferenceStatistics } from "./statistics.ts";
