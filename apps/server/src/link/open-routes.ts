import { reportsByCode } from "@consilium/database";
import { reportCode } from "@consilium/report";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import { Instant } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { type OpenedByLink, openByLink } from "./open-link.ts";

const state = z.enum(["current", "superseded", "retracted"]);

const plain = z.record(z.string(), z.unknown());

const Opened = z
  .object({
    report: plain,
    /** Its pictures by their ids, in base64. */
    images: z.record(z.string(), z.string()),
    /** What was added to it since, `addendum/1`, in the order in which it was signed. */
    addenda: z.array(z.object({ digest: z.string(), code: z.string(), text: plain })),
    digest: z.string(),
    code: z.string(),
    state,
    changedAt: Instant.nullable(),
    /** Why it no longer stands. */
    reason: z.string().nullable(),
    expires: Instant,
  })
  .openapi("ReportByLink");

const open = createRoute({
  method: "post",
  path: "/links/opening",
  summary: "A report, for whoever has its link and its passcode; no session is needed",
  request: {
    body: {
      required: true,
      ...json("", z.object({ token: z.string().max(100), passcode: z.string().max(20) })),
    },
  },
  responses: { 200: json("The report", Opened), ...refusals },
});

const check = createRoute({
  method: "get",
  path: "/check/{code}",
  summary: "Whether a report still stands, by the code that it prints; says nothing of anybody",
  request: { params: z.object({ code: z.string().regex(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/) }) },
  responses: {
    200: json(
      "What is known of it",
      z.object({
        items: z.array(
          z.object({ version: z.int(), state, signedAt: Instant, changedAt: Instant.nullable() }),
        ),
      }),
    ),
    ...refusals,
  },
});

/** Doors for people without an account. Nothing of a case leaves by them but what a link is for. */
export const openRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(open, async (c) => {
      const found = await openByLink(services, c.req.valid("json"));
      if (!found.ok) return refused(c, found.reason);
      c.header("cache-control", "no-store");
      return c.json(describeOpened(found.value), 200);
    })
    .openapi(check, async (c) => {
      const prefix = Buffer.from(c.req.valid("param").code.replaceAll("-", ""), "hex");
      const found = await reportsByCode(services.open.database, prefix);
      if (found.length === 0) return refused(c, "no-such-report");
      c.header("cache-control", "no-store");
      const items = found.map(({ n, state: is, signedAt, changedAt }) => ({
        version: n,
        state: is,
        signedAt: signedAt.toISOString(),
        changedAt: changedAt?.toISOString() ?? null,
      }));
      return c.json({ items }, 200);
    });

const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

const describeOpened = ({
  report,
  images,
  addenda,
  stored,
  expires,
}: OpenedByLink): z.infer<typeof Opened> => ({
  report: { ...report },
  images: Object.fromEntries([...images].map(([id, bytes]) => [id, inBase64(bytes)])),
  addenda: addenda.map(({ addendum, digest }) => ({
    digest,
    code: reportCode(digest),
    text: plain.parse(addendum),
  })),
  digest: stored.digest,
  code: reportCode(stored.digest),
  state: stored.state,
  changedAt: stored.changedAt?.toISOString() ?? null,
  reason: stored.reason,
  expires: expires.toISOString(),
});
