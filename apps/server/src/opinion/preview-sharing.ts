import { mayCommand, type ShareAudience } from "@consilium/clinical";
import { documentId, sharesOfCase } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { countWords, opinionContent } from "@consilium/workspace";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { readContent } from "../document/read-content.ts";
import type { Services } from "../services.ts";
import { readThreads } from "../thread/read-threads.ts";
import { opinionObject } from "./opinion-object.ts";

export interface SharingPreview {
  readonly sections: number;
  readonly words: number;
  /** Threads that they would see. */
  readonly comments: number;
  /** Seats that have opened what is shared with them now: what was on a device cannot be called back. */
  readonly openedBy: string[];
}

/** What would become visible, said before it is shared or taken back. */
export async function previewSharing(
  services: Services,
  visit: Visit,
  opinionId: string,
  audience: ShareAudience,
): Promise<Result<SharingPreview, RefusalReason>> {
  const { seat, facts, row } = visit;
  const object = opinionObject(opinionId)(facts);
  if (!object) return refuse("no-such-document");
  const may = mayCommand("share, unshare, name a version", seat, facts, services.now(), object);
  if (!may) return refuse("no-right");
  const content = opinionContent(await readContent(services, documentId(row.id, `opinion.${opinionId}`)));
  const texts = Object.values(content.sections).filter((text) => text.trim() !== "");
  const audiences = audience === "patient" ? (["everyone"] as const) : (["everyone", "clinicians"] as const);
  const anybody = { seatId: "", audiences, ownOnly: false };
  const threads = await readThreads(services, visit, `opinion.${opinionId}`, anybody);
  const shares = await sharesOfCase(services.open.database, row.id);
  const document = documentId(row.id, `opinion.${opinionId}`);
  return ok({
    sections: texts.length,
    words: texts.reduce((sum, text) => sum + countWords(text), 0),
    comments: threads.length,
    openedBy: shares
      .filter((share) => share.documentId === document && share.audience === audience)
      .flatMap(({ openedBy }) => openedBy),
  });
}
