import { deleteDeliveredFiles } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { Ulid } from "../case/case-schemas.ts";
import { openTus } from "../delivery/open-tus.ts";
import type { UploadSpool } from "../delivery/upload-routes.ts";
import { whileAllowed } from "../delivery/while-allowed.ts";
import type { Services } from "../services.ts";
import { admitAtPlace, admitNewAtPlace, uncount } from "./admit-at-place.ts";
import { enterPlace } from "./enter-place.ts";

const ofUpload = z.object({ id: Ulid });
const done = { description: "As tus 1.0 says" };

const announce = createRoute({
  method: "post",
  path: "/answering/uploads",
  summary: "tus 1.0, at an answer place: announce a file, with its first bytes or without",
  responses: { 201: done, ...refusals },
});

const look = createRoute({
  method: "get",
  path: "/answering/uploads/{id}",
  summary: "tus 1.0, as HEAD, at an answer place: how much of a file is here",
  request: { params: ofUpload },
  responses: { 200: done, ...refusals },
});

const send = createRoute({
  method: "patch",
  path: "/answering/uploads/{id}",
  summary: "tus 1.0, at an answer place: the next bytes of a file",
  request: { params: ofUpload },
  responses: { 204: done, ...refusals },
});

const takeBack = createRoute({
  method: "delete",
  path: "/answering/uploads/{id}",
  summary: "tus 1.0, at an answer place: take a file back",
  request: { params: ofUpload },
  responses: { 204: done, ...refusals },
});

/** The same uploads as those of people with an account, into the same spool: only who may send is asked otherwise. */
export function placeUploadRoutes(services: Services, spool: UploadSpool) {
  const tus = openTus(services, spool, "/api/answering/uploads");
  const begin = async (c: Context) => {
    const { raw } = c.req;
    const entered = await enterPlace(services, raw.headers);
    if (!entered.ok) return refused(c, entered.reason);
    const admitted = await admitNewAtPlace(services, entered.value, raw);
    if (!admitted.ok) return refused(c, admitted.reason);
    const { id, madeUnder } = admitted.value;
    if (madeUnder) spool.expect(id, madeUnder);
    const before = madeUnder ? undefined : await tus.whatIsThere(raw, id);
    const admit = () => admitAtPlace(services, raw.headers, id);
    return before ?? tus.answer(raw, id, raw.body && whileAllowed(raw.body, admit));
  };
  const goOn = async (c: Context) => {
    const { raw } = c.req;
    const id = c.req.param("id") ?? "";
    const admit = () => admitAtPlace(services, raw.headers, id);
    const admitted = await admit();
    if (!admitted.ok) return refused(c, admitted.reason);
    return tus.answer(raw, id, raw.body && whileAllowed(raw.body, admit));
  };
  return (
    new OpenAPIHono({ defaultHook: malformed })
      .openapi(announce, begin)
      // Hono gives a HEAD to whoever answers a GET. What lies here is not handed out.
      .openapi(look, (c) => (c.req.raw.method === "HEAD" ? goOn(c) : refused(c, "no-such-route")))
      .openapi(send, goOn)
      .openapi(takeBack, async (c) => {
        const { id } = c.req.valid("param");
        const admitted = await admitAtPlace(services, c.req.raw.headers, id);
        if (!admitted.ok) return refused(c, admitted.reason);
        const response = await tus.answer(c.req.raw, id, null);
        if (!response.ok) return response;
        await uncount(services, admitted.value, id);
        await deleteDeliveredFiles(services.open.database, [id]);
        return response;
      })
  );
}
