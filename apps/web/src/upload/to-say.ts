import type { CaseDetail } from "../case/case-api.ts";
import type { Delivery } from "./delivery-api.ts";

/** Whoever sent it goes on with it, or says whose it is; of what came through a request, the coordinator does as well. */
export const isToSay = (
  { by, request }: Pick<Delivery, "by" | "request">,
  { id, role }: CaseDetail["seat"],
): boolean => by === id || (request !== null && role === "coordinator");
