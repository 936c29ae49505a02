import { arrivalOf, deliveriesOfUploads, markArrived } from "@consilium/database";
import { type DataStore, Server } from "@tus/server";
import type { Services } from "../services.ts";
import { startReading } from "./deliver.ts";
import { together } from "./together.ts";

/** Set here for the protocol's library, and by nobody else. */
const idHeader = "consilium-upload-id";

/** Bytes of one file. */
const largestFile = 8 * 1024 ** 3;

/** tus 1.0, to those who were admitted. `id`: of the upload, whatever the request calls it. */
export interface Tus {
  readonly answer: (request: Request, id: string, body: Request["body"]) => Promise<Response>;
  /** A file that is announced again: where it lies, and how much of it. Undefined: it was never begun, or it is another file. */
  readonly whatIsThere: (request: Request, id: string) => Promise<Response | undefined>;
}

/** `path`: the address of its uploads. */
export function openTus(services: Services, spool: DataStore, path = "/api/uploads"): Tus {
  const arrived = noteArrivals(services);
  const server = createServer(arrived, spool, path);
  const answer: Tus["answer"] = async (request, id, body) => {
    const headers = new Headers(request.headers);
    headers.set(idHeader, id);
    const { method, url } = request;
    const asked = new Request(url, { method, headers, ...(body && { body, duplex: "half" }) });
    const response = await server.handleWeb(asked);
    // A server that was killed after the last byte had not noted it: whoever asks how much is here is answered, and it is noted.
    if (method === "HEAD" && isWhole(response)) await arrived(id);
    return response;
  };
  return {
    answer,
    whatIsThere: async ({ url, headers }, id) => {
      const version = headers.get("tus-resumable") ?? "";
      const address = new URL(`${path}/${id}`, url);
      const asked = new Request(address, { method: "HEAD", headers: { "tus-resumable": version } });
      const found = await answer(asked, id, null);
      if (!found.ok || lengthIn(found.headers) !== lengthIn(headers)) return undefined;
      const told = new Headers(found.headers);
      told.set("location", `${path}/${id}`);
      return new Response(null, { status: 201, headers: told });
    },
  };
}

const createServer = (arrived: (id: string) => Promise<void>, spool: DataStore, path: string): Server =>
  new Server({
    path,
    datastore: spool,
    relativeLocation: true,
    maxSize: largestFile,
    namingFunction: ({ headers }) => headers.get(idHeader) ?? "",
    onUploadFinish: async (_request, { id }) => {
      await arrived(id);
      return {};
    },
  });

const lengthIn = (headers: Headers): string | null => headers.get("upload-length");

function isWhole({ headers }: Response): boolean {
  const [here, all] = [headers.get("upload-offset"), lengthIn(headers)];
  return here !== null && here === all;
}

/** For an upload whose last byte is here and synced. */
function noteArrivals(services: Services): (id: string) => Promise<void> {
  const { database } = services.open;
  // In this order: whoever says how many there are counts those that are here afterwards.
  const note = together(async (ids) => {
    await markArrived(database, ids, services.now());
    return deliveriesOfUploads(database, ids);
  });
  return async (id) => {
    const found = (await note(id)).get(id);
    // Before its sender has said how many there are, nobody counts them at each.
    if (!found?.isArriving || found.expected === null) return;
    const { deliveryId, expected, caseId } = found;
    const arrival = (await arrivalOf(database, [deliveryId])).get(deliveryId);
    if (expected === arrival?.arrived)
      await startReading(services, { key: await services.keys.of(caseId) }, deliveryId);
  };
}
