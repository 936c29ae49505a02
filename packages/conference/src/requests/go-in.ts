import { z } from "zod";
import { request } from "../request.ts";

/** "Ask to go in": clinicians are in by it, everybody else waits to be let in. */
export const goIn = request("goIn", z.object({}), z.object({ at: z.enum(["waiting", "in"]) }));
