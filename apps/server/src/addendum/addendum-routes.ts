import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import { clientAddress } from "../identity/client-address.ts";
import type { Services } from "../services.ts";
import type { SigningRouteOptions } from "../signing/signing-routes.ts";
import { readShown, shownBy, shownFields } from "../signing/step-up.ts";
import { AddendumAnswer, AddendumSheet } from "./addendum-schemas.ts";
import { beginAddendum } from "./begin-addendum.ts";
import { describeAddenda, describeAddendumSheet } from "./describe-addenda.ts";
import { signAddendum } from "./sign-addendum.ts";

const onReport = onCase.extend({ reportId: Ulid });
const onAddendum = onCase.extend({ addendumId: Ulid });

const list = createRoute({
  method: "get",
  path: "/cases/{caseId}/addenda",
  summary: "What was added to the signed reports of a case by name and date",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("Addenda", z.object({ items: z.array(AddendumAnswer) })), ...refusals },
});

const begin = createRoute({
  method: "post",
  path: "/cases/{caseId}/reports/{reportId}/addenda",
  summary: "Begin an addendum to a signed report, also with what one wrote too late",
  request: {
    params: onReport,
    headers: seatParameter,
    body: { required: true, ...json("", z.object({ late: z.boolean().default(false) })) },
  },
  responses: { 201: json("Begun", z.object({ addendum: Ulid })), ...refusals },
});

const sheet = createRoute({
  method: "get",
  path: "/cases/{caseId}/addenda/{addendumId}/signing",
  summary: "What the signature of an addendum would cover",
  request: { params: onAddendum, headers: seatParameter },
  responses: { 200: json("What would be signed", AddendumSheet), ...refusals },
});

const sign = createRoute({
  method: "post",
  path: "/cases/{caseId}/addenda/{addendumId}/signing",
  summary: "Sign an addendum: it is frozen, and whoever may read the report reads it",
  request: {
    params: onAddendum,
    headers: seatParameter,
    body: {
      required: true,
      ...json("", z.object({ basis: z.string().max(64), ...shownFields })),
    },
  },
  responses: { 201: json("Signed", z.object({ addendum: Ulid, digest: z.string() })), ...refusals },
});

/** What is added to signed reports. */
export const addendumRoutes = (services: Services, { stepUp, proxies }: SigningRouteOptions) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, async (c) => {
      const visit = c.get("visit");
      const items = await describeAddenda(services, visit);
      return c.json(await release(c, services, visit, { subject: "addenda" }, { items }), 200);
    })
    .openapi(begin, async (c) => {
      const { late } = c.req.valid("json");
      const done = await beginAddendum(services, c.get("visit"), c.req.valid("param").reportId, late);
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(sheet, async (c) => {
      const { addendumId } = c.req.valid("param");
      const visit = c.get("visit");
      const found = await describeAddendumSheet(services, visit, addendumId);
      if (!found.ok) return refused(c, found.reason);
      const leaving = { subject: `addendum.${addendumId}/signing` };
      return c.json(await release(c, services, visit, leaving, found.value), 200);
    })
    .openapi(sign, async (c) => {
      const { addendumId } = c.req.valid("param");
      const { password, code, basis } = c.req.valid("json");
      const shown = readShown({ password, code });
      if (!shown) return refused(c, "malformed-request");
      const outcome = await stepUp(c.get("signedIn"), shown, clientAddress(c, proxies));
      if (outcome !== "shown") return refused(c, outcome);
      const done = await signAddendum(services, c.get("visit"), {
        id: addendumId,
        basis,
        shownBy: shownBy(shown),
      });
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    });
