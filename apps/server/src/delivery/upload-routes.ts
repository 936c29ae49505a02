import { arrivalOf, caseOfUpload, deleteDeliveredFile, findDelivery, markArrived } from "@consilium/database";
import { type DataStore, Server } from "@tus/server";
import { Hono } from "hono";
import type { ApiEnvironment } from "../api/api-context.ts";
import { refused } from "../api/refused.ts";
import type { Services } from "../services.ts";
import { admitNewUpload, admitUpload, type AdmittedUpload } from "./admit-upload.ts";
import { startReading } from "./deliver.ts";
import { whileAllowed } from "./while-allowed.ts";

/** Set by the route for the protocol's library, and by nobody else. */
const idHeader = "consilium-upload-id";
const path = "/api/uploads";

/** Bytes of one file. */
const largestFile = 8 * 1024 ** 3;

/**
 * tus 1.0: files arrive in pieces and go on where they stopped, also after either end was killed. What arrived cannot be
 * fetched here.
 */
export function uploadRoutes(services: Services, spool: DataStore) {
  const tus = new Server({
    path,
    datastore: spool,
    relativeLocation: true,
    maxSize: largestFile,
    namingFunction: ({ headers }) => headers.get(idHeader) ?? "",
    onUploadFinish: async (_request, { id }) => {
      await arrived(services, id);
      return {};
    },
  });
  const answer = (request: Request, { id }: AdmittedUpload, body: Request["body"]) => {
    const headers = new Headers(request.headers);
    headers.set(idHeader, id);
    const { method, url } = request;
    return tus.handleWeb(new Request(url, { method, headers, ...(body && { body, duplex: "half" }) }));
  };
  return new Hono<ApiEnvironment>()
    .post("/uploads", async (c) => {
      const admitted = await admitNewUpload(services, c.get("signedIn"), c.req.raw);
      if (!admitted.ok) return refused(c, admitted.reason);
      return answer(c.req.raw, admitted.value, c.req.raw.body);
    })
    .on(["HEAD", "PATCH", "DELETE"], "/uploads/:id", async (c) => {
      const signedIn = c.get("signedIn");
      const id = c.req.param("id");
      const admit = () => admitUpload(services, signedIn, id, c.req.raw);
      const admitted = await admit();
      if (!admitted.ok) return refused(c, admitted.reason);
      const { body } = c.req.raw;
      const response = await answer(c.req.raw, admitted.value, body && whileAllowed(body, admit));
      if (c.req.method === "DELETE" && response.ok) await deleteDeliveredFile(services.open.database, id);
      return response;
    });
}

/** The last byte is here and synced. */
async function arrived(services: Services, id: string): Promise<void> {
  const { database } = services.open;
  await markArrived(database, id, services.now());
  const found = await caseOfUpload(database, id);
  if (!found) return;
  const key = await services.keys.of(found.caseId);
  const delivery = await findDelivery(database, key, found.deliveryId);
  const arrival = (await arrivalOf(database, [found.deliveryId])).get(found.deliveryId);
  if (delivery?.expected === arrival?.arrived) await startReading(services, { key }, found.deliveryId);
}
