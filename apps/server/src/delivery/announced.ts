import { Metadata } from "@tus/server";
import { z } from "zod";

const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

/** What a client says of a file before it sends it. */
const Announced = z.object({
  filename: z.string().min(1).max(255),
  /** With its folders; without: at the top. */
  relativePath: z.string().min(1).max(1000).nullish(),
  caseId: ulid.nullish(),
  delivery: ulid.nullish(),
  /** Unlike every other of the delivery: a file that is announced again under it is not a second one. */
  file: z.string().min(16).max(128).nullish(),
});

export interface AnnouncedFile extends z.infer<typeof Announced> {
  readonly bytes: number;
}

/** Undefined: it is not said as it has to be. */
export function announcedIn(headers: Headers): AnnouncedFile | undefined {
  const announced = Announced.safeParse(metadataOf(headers));
  const bytes = Number(headers.get("upload-length") ?? Number.NaN);
  if (!announced.success || !Number.isSafeInteger(bytes) || bytes < 0) return undefined;
  return { ...announced.data, bytes };
}

function metadataOf(headers: Headers): Record<string, string | null> {
  try {
    return Metadata.parse(headers.get("upload-metadata") ?? undefined);
  } catch {
    return {};
  }
}
