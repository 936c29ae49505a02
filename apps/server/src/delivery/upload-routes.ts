import { deleteDeliveredFiles } from "@consilium/database";
import type { SealedSpool } from "@consilium/record-files";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { DataStore } from "@tus/server";
import type { Context } from "hono";
import type { ApiEnvironment } from "../api/api-context.ts";
import { takeSeat } from "../api/enter-case.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import type { Admissions } from "./admissions.ts";
import { admitNewUpload, admitUpload, type TakeSeat } from "./admit-upload.ts";
import { openTus } from "./open-tus.ts";
import { whileAllowed } from "./while-allowed.ts";

/** Where uploads lie; told of the key that a new one is made under. */
export type UploadSpool = DataStore & Pick<SealedSpool, "expect">;

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

/**
 * tus 1.0: files arrive in pieces and go on where they stopped, also after either end was killed. What arrived cannot be
 * fetched here.
 */
export function uploadRoutes(services: Services, spool: UploadSpool, admissions: Admissions) {
  const tus = openTus(services, spool);
  const begin = async (c: Context<ApiEnvironment>) => {
    const { raw } = c.req;
    const signedIn = c.get("signedIn");
    const seatIn: TakeSeat = (caseId, wanted) =>
      admissions.seat([signedIn.personId, caseId, wanted], () =>
        takeSeat(services, signedIn, caseId, wanted),
      );
    const admitted = await admitNewUpload(services, seatIn, raw);
    if (!admitted.ok) return refused(c, admitted.reason);
    const { id, madeUnder } = admitted.value;
    if (madeUnder) spool.expect(id, madeUnder);
    const before = madeUnder ? undefined : await tus.whatIsThere(raw, id);
    // The first bytes may come with the announcement, and last as long as any others.
    const admit = () => admitUpload(services, c.get("signedIn"), id, raw);
    return before ?? tus.answer(raw, id, raw.body && whileAllowed(raw.body, admit));
  };
  const goOn = async (c: Context<ApiEnvironment>) => {
    const { raw } = c.req;
    const id = c.req.param("id") ?? "";
    const admit = () => admitUpload(services, c.get("signedIn"), id, raw);
    const admitted = await admit();
    if (!admitted.ok) return refused(c, admitted.reason);
    return tus.answer(raw, id, raw.body && whileAllowed(raw.body, admit));
  };
  return (
    new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
      .openapi(announce, begin)
      // Hono gives a HEAD to whoever answers a GET. What lies here is not handed out.
      .openapi(look, (c) => (c.req.raw.method === "HEAD" ? goOn(c) : refused(c, "no-such-route")))
      .openapi(send, goOn)
      .openapi(takeBack, async (c) => {
        const response = await goOn(c);
        if (response.ok) await deleteDeliveredFiles(services.open.database, [c.req.valid("param").id]);
        return response;
      })
  );
}
