import type { Cast } from "./cast.ts";
import type { DemoCase } from "./content.ts";
import { planDocuments } from "./documents.ts";
import { openLibrary } from "./library.ts";
import { planOpinion } from "./opinion.ts";
import type { PlannedRecord } from "./records.ts";
import { planLayers, targetIn } from "./threads.ts";
import type { PlannedDocument } from "./writing.ts";

export interface PlannedTexts {
  readonly opinion: PlannedDocument;
  readonly documents: readonly PlannedDocument[];
  readonly layers: readonly PlannedDocument[];
}

/** Every Yjs document of a case, as the rows that its people wrote. */
export async function planTexts(
  content: DemoCase,
  cast: Cast,
  records: readonly PlannedRecord[],
): Promise<PlannedTexts> {
  const library = await openLibrary(records);
  const documents = planDocuments({ content, cast, library });
  const opinion = planOpinion({ content, cast, library });
  const layers = planLayers(content.threads, { cast, library, target: targetIn(documents, opinion) });
  return { opinion, documents, layers };
}
