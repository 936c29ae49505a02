import { z } from "zod";

/** A seat, a conference, a record: a ULID. */
export const Ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

/** What can be shown of a case: a record by its id, or a document by its name. */
export const Item = z.string().regex(/^(?:[0-7][0-9A-HJKMNP-TV-Z]{25}|[a-z]{1,20}(?:\.[0-9A-Za-z]{1,26})?)$/);

/** Of a transport, producer or consumer: the media server's own. */
export const MediaId = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/);

/** What a stream shows or carries. */
export const sources = ["microphone", "camera", "screen"] as const;
export type Source = (typeof sources)[number];
