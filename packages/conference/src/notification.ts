import type { z } from "zod";

/** One thing that the conference tells a page unasked. */
export interface NotificationKind<Method extends string, Data extends z.ZodType> {
  readonly method: Method;
  readonly data: Data;
}

export const notification = <Method extends string, Data extends z.ZodType>(
  method: Method,
  data: Data,
): NotificationKind<Method, Data> => ({ method, data });
