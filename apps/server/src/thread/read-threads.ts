import {
  audiencesFor,
  formatDocumentName,
  type LayerName,
  type LayerTarget,
  parseDocumentName,
  type Seat,
} from "@consilium/clinical";
import { documentId, documentsOfCase, seatsOfCases } from "@consilium/database";
import { assembleThreads, type Layer, type Thread } from "@consilium/workspace";
import type { Visit } from "../api/api-context.ts";
import { readContent } from "../document/read-content.ts";
import type { Services } from "../services.ts";

/** As whom threads are assembled: a seat and the audiences that it belongs to. */
export interface ThreadReader {
  readonly seatId: string;
  readonly audiences: ReturnType<typeof audiencesFor>;
  /** A blind specialist before the reveal reads no layer but their own. */
  readonly ownOnly: boolean;
}

export const readerOf = (seat: Seat): ThreadReader => ({
  seatId: seat.id,
  audiences: audiencesFor(seat.role),
  ownOnly: seat.mode === "blind" && seat.revealedAt === null,
});

/** The threads on a target as one reader may see them, assembled by the server from the layers of all. */
export async function readThreads(
  services: Services,
  visit: Pick<Visit, "row" | "facts">,
  target: LayerTarget,
  reader: ThreadReader,
): Promise<readonly Thread[]> {
  const { row, facts } = visit;
  const { database } = services.open;
  const documents = await documentsOfCase(database, row.id);
  const layers = documents.flatMap(({ name }) => {
    const parsed = parseDocumentName(name);
    if (parsed?.kind !== "layer" || parsed.target !== target) return [];
    return reader.ownOnly && parsed.seat !== reader.seatId ? [] : [parsed];
  });
  const loaded = await Promise.all(layers.map((name) => loadLayer(services, row.id, name)));
  const seats = await seatsOfCases(database, [row.id]);
  const opinion = facts.opinions.find(({ id }) => target === `opinion.${id}`);
  const accepted = opinion ? await readContent(services, documentId(row.id, target)) : undefined;
  return assembleThreads(loaded, reader, {
    seatOf: (id) => seats.find((seat) => seat.id === id),
    authors: opinion?.authors ?? [],
    writersOf: () => opinion?.authors ?? [],
    isAccepted: (id) => accepted?.getMap("accepted").has(id) ?? false,
  });
}

async function loadLayer(services: Services, caseId: string, name: LayerName): Promise<Layer> {
  return { name, doc: await readContent(services, documentId(caseId, formatDocumentName(name))) };
}
