import { z } from "@hono/zod-openapi";

export const SessionAnswer = z
  .object({
    person: z.object({ id: z.string(), name: z.string(), initials: z.string(), zone: z.string().nullable() }),
    expires: z.iso.datetime(),
    /** Whether the programme lets this person open cases. */
    mayOpenCases: z.boolean(),
    /** As whom they may open an empty one. */
    opensAs: z.array(z.enum(["patient", "referrer"])),
  })
  .openapi("Session");

/** SY-7: what seals unacknowledged work on this device. 32 bytes, base64. */
export const KeptKey = z.object({ key: z.string(), device: z.string() }).openapi("KeptKey");
