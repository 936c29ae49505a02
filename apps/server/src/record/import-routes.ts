import { recordsAccess } from "@consilium/clinical";
import { notUnderstoodOf } from "@consilium/database";
import { importLimits, type ImportRefusal, type NotUnderstood } from "@consilium/interchange";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { refusals, refused, refusedFile } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Instant, Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { addResource } from "./add-resource.ts";
import { chooseOpening } from "./choose-opening.ts";
import { openCaseFromFile } from "./open-case-from-file.ts";
import { NotUnderstoodAnswer } from "./record-schemas.ts";

const open = createRoute({
  method: "post",
  path: "/cases/import",
  summary: "A new case from a FHIR R4 bundle, as JSON or XML in the body, or from a C-CDA document",
  request: {
    query: z.object({
      organisation: Ulid.optional(),
      as: z.enum(["patient", "referrer", "coordinator"]).optional(),
      specialty: z.string().max(60).default("general"),
    }),
  },
  responses: {
    201: json(
      "The case, and what of the file is not in it",
      z.object({
        id: Ulid,
        records: z.int(),
        /** It asks for an opinion: what it asks stands in the intake. */
        prefilled: z.boolean(),
        notUnderstood: z.array(NotUnderstoodAnswer),
      }),
    ),
    ...refusals,
  },
});

const add = createRoute({
  method: "post",
  path: "/cases/{caseId}/records/import",
  summary: "Add one FHIR R4 resource, as JSON or XML in the body, to an open case",
  request: { params: onCase, headers: seatParameter },
  responses: {
    201: json(
      "The records, and what of the resource is not in them",
      z.object({
        records: z.array(z.string()),
        notUnderstood: z.array(NotUnderstoodAnswer),
        subject: z.string().nullable(),
      }),
    ),
    ...refusals,
  },
});

const imports = createRoute({
  method: "get",
  path: "/cases/{caseId}/imports",
  summary: "The files that records came from, and what was not understood of each",
  request: { params: onCase, headers: seatParameter },
  responses: {
    200: json(
      "Imports",
      z.object({
        items: z.array(z.object({ id: Ulid, at: Instant, notUnderstood: z.array(NotUnderstoodAnswer) })),
      }),
    ),
    ...refusals,
  },
});

/** What is larger is refused before it is read. */
const limit = bodyLimit({
  maxSize: importLimits.bytes,
  onError: (c) => refused(c, "too-large", { mebibytes: Math.floor(importLimits.bytes / 2 ** 20) }),
});

/** Files that become records. Their bodies are read as bytes: interchange judges them first. */
export function importRoutes(services: Services) {
  const routes = new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed });
  routes.use("/cases/import", limit);
  routes.use("/cases/:caseId/records/import", limit);
  return routes
    .openapi(open, async (c) => {
      const { organisation, as, specialty } = c.req.valid("query");
      const signedIn = c.get("signedIn");
      const opening = await chooseOpening(services, signedIn, organisation, as);
      if (!opening.ok) return refused(c, opening.reason);
      const file = new Uint8Array(await c.req.arrayBuffer());
      const opened = await openCaseFromFile(services, { ...opening.value, signedIn, specialty, file });
      if (!opened.ok) return refusedReading(c, opened);
      const { id, records, prefilled, notUnderstood } = opened.value;
      return c.json({ id, records, prefilled, notUnderstood: mutable(notUnderstood) }, 201);
    })
    .openapi(add, async (c) => {
      const file = new Uint8Array(await c.req.arrayBuffer());
      const added = await addResource(services, c.get("visit"), file);
      if (!added.ok) return refusedReading(c, added);
      const { records, notUnderstood, subject } = added.value;
      return c.json({ records: [...records], notUnderstood: mutable(notUnderstood), subject }, 201);
    })
    .openapi(imports, async (c) => {
      const visit = c.get("visit");
      const { row, key, seat, facts } = visit;
      const access = recordsAccess(seat, facts, services.now());
      // What a file held can tell the first opinion, as its name can.
      if (!access.read || access.withoutRevealing) return refused(c, "no-right");
      const rows = await notUnderstoodOf(services.open.database, key, row.id);
      const items = rows.map(({ id, at, notUnderstood }) => ({
        id,
        at: at.toISOString(),
        notUnderstood: z.array(NotUnderstoodAnswer).parse(notUnderstood),
      }));
      const leaving = { subject: "imports", body: { imports: items.map(({ id }) => id) } };
      return c.json(await release(c, services, visit, leaving, { items }), 200);
    });
}

const refusedReading = (
  c: Context,
  found: { readonly reason: RefusalReason } | { readonly refusal: ImportRefusal },
) => ("reason" in found ? refused(c, found.reason) : refusedFile(c, found.refusal));

const mutable = (rows: readonly NotUnderstood[]) =>
  rows.map(({ ids, written, ...row }) => ({
    ...row,
    ids: [...ids],
    ...(written && { written: [...written] }),
  }));
