import { arrivalOf, caseOfUpload, deleteDeliveredFile, findDelivery, markArrived } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { type DataStore, Server } from "@tus/server";
import type { Context } from "hono";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { admitNewUpload, admitUpload, type AdmittedUpload } from "./admit-upload.ts";
import { startReading } from "./deliver.ts";
import { whileAllowed } from "./while-allowed.ts";

/** Set by the route for the protocol's library, and by nobody else. */
const idHeader = "consilium-upload-id";
const path = "/api/uploads";

const ofUpload = z.object({ id: Ulid });
const done = { description: "As tus 1.0 says" };

const announce = createRoute({
  method: "post",
  path: "/uploads",
  summary:
    "tus 1.0: announce a file of a delivery, with its first bytes or without; metadata caseId, filename, relativePath, delivery, file",
  responses: { 201: done, ...refusals },
});

const look = createRoute({
  method: "get",
  path: "/uploads/{id}",
  summary: "tus 1.0, as HEAD: how much of a file is here",
  request: { params: ofUpload },
  responses: { 200: done, ...refusals },
});

const send = createRoute({
  method: "patch",
  path: "/uploads/{id}",
  summary: "tus 1.0: the next bytes of a file",
  request: { params: ofUpload },
  responses: { 204: done, ...refusals },
});

const takeBack = createRoute({
  method: "delete",
  path: "/uploads/{id}",
  summary: "tus 1.0: take a file back",
  request: { params: ofUpload },
  responses: { 204: done, ...refusals },
});

/** Bytes of one file. */
const largestFile = 8 * 1024 ** 3;

/**
 * tus 1.0: files arrive in pieces and go on where they stopped, also after either end was killed. What arrived cannot be
 * fetched here.
 */
export function uploadRoutes(services: Services, spool: DataStore) {
  const tus = createTus(services, spool);
  const answer = (request: Request, { id }: AdmittedUpload, body: Request["body"]) => {
    const headers = new Headers(request.headers);
    headers.set(idHeader, id);
    const { method, url } = request;
    return tus.handleWeb(new Request(url, { method, headers, ...(body && { body, duplex: "half" }) }));
  };
  /** Announced again: where it lies, and how much of it. Undefined: it was never begun, or it is another file. */
  const whatIsThere = async ({ url, headers }: Request, upload: AdmittedUpload) => {
    const address = new URL(`${path}/${upload.id}`, url);
    const asked = new Request(address, { method: "HEAD", headers: { "tus-resumable": version(headers) } });
    const found = await answer(asked, upload, null);
    if (!found.ok || lengthIn(found.headers) !== lengthIn(headers)) return undefined;
    if (isWhole(found)) await arrived(services, upload.id);
    const told = new Headers(found.headers);
    told.set("location", `${path}/${upload.id}`);
    return new Response(null, { status: 201, headers: told });
  };
  const goOn = async (c: Context<ApiEnvironment>) => {
    const id = c.req.param("id") ?? "";
    const admit = () => admitUpload(services, c.get("signedIn"), id, c.req.raw);
    const admitted = await admit();
    if (!admitted.ok) return refused(c, admitted.reason);
    const { body, method } = c.req.raw;
    const response = await answer(c.req.raw, admitted.value, body && whileAllowed(body, admit));
    // A server that was killed after the last byte had not noted it: whoever asks how much is here is answered, and it is noted.
    if (method === "HEAD" && isWhole(response)) await arrived(services, id);
    return response;
  };
  return (
    new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
      .openapi(announce, async (c) => {
        const { raw } = c.req;
        const admitted = await admitNewUpload(services, c.get("signedIn"), raw);
        if (!admitted.ok) return refused(c, admitted.reason);
        const before = admitted.value.isKnown ? await whatIsThere(raw, admitted.value) : undefined;
        if (before) return before;
        // The first bytes may come with the announcement, and last as long as any others.
        const { id } = admitted.value;
        const admit = () => admitUpload(services, c.get("signedIn"), id, raw);
        return answer(raw, admitted.value, raw.body && whileAllowed(raw.body, admit));
      })
      // Hono gives a HEAD to whoever answers a GET. What lies here is not handed out.
      .openapi(look, (c) => (c.req.raw.method === "HEAD" ? goOn(c) : refused(c, "no-such-route")))
      .openapi(send, goOn)
      .openapi(takeBack, async (c) => {
        const response = await goOn(c);
        if (response.ok) await deleteDeliveredFile(services.open.database, c.req.valid("param").id);
        return response;
      })
  );
}

const createTus = (services: Services, spool: DataStore): Server =>
  new Server({
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

const lengthIn = (headers: Headers) => headers.get("upload-length");
const version = (headers: Headers): string => headers.get("tus-resumable") ?? "";

function isWhole({ headers }: Response): boolean {
  const [here, all] = [headers.get("upload-offset"), lengthIn(headers)];
  return here !== null && here === all;
}

/** The last byte is here and synced. */
async function arrived(services: Services, id: string): Promise<void> {
  const { database } = services.open;
  await markArrived(database, id, services.now());
  const found = await caseOfUpload(database, id);
  if (!found) return;
  const key = await services.keys.of(found.caseId);
  const delivery = await findDelivery(database, key, found.deliveryId);
  // Before its sender has said how many there are, nobody counts them at each.
  if (delivery?.expected === null || delivery?.state !== "arriving") return;
  const arrival = (await arrivalOf(database, [found.deliveryId])).get(found.deliveryId);
  if (delivery.expected === arrival?.arrived) await startReading(services, { key }, found.deliveryId);
}
