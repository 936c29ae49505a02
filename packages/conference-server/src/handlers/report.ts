import { ok } from "@consilium/foundation";
import type { Handler } from "./handler.ts";

export const report: Handler<"report"> = (room, seat, line) => {
  room.statistics.add(seat, line);
  return ok({});
};
