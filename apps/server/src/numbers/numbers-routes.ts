import { toCsv } from "@consilium/clinical";
import { recordAct } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import { programmeAs } from "../triage/save-practice.ts";
import { countNumbers } from "./count-numbers.ts";
import { Numbers, NumbersQuery } from "./numbers-schemas.ts";
import { numbersTable } from "./numbers-table.ts";
import { type Asked, readRows } from "./read-rows.ts";

const read = createRoute({
  method: "get",
  path: "/numbers",
  summary: "The numbers of the programme that whoever asks coordinates, over a period that ends now",
  request: { query: NumbersQuery },
  responses: { 200: json("The numbers", Numbers), ...refusals },
});

const table = createRoute({
  method: "get",
  path: "/numbers/table.csv",
  summary:
    "Each step of each case that ended in the period or is open, as a table; cases by their number alone",
  request: { query: NumbersQuery },
  responses: {
    200: { description: "RFC 4180", content: { "text/csv": { schema: z.string() } } },
    ...refusals,
  },
});

const day = 86_400_000;

const periodOf = (days: string, to: Date) => ({ from: new Date(to.getTime() - Number(days) * day), to });

export const numbersRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(read, async (c) => {
      const { days, specialty } = c.req.valid("query");
      const asked = await mayCount(services, c.get("signedIn").personId, specialty);
      if (!asked) return refused(c, "not-a-coordinator");
      const found = await countNumbers(services, asked, periodOf(days, asked.now));
      await book(services, asked, { what: "numbers", cases: found.cases, days });
      c.header("cache-control", "no-store");
      return c.json(found, 200);
    })
    .openapi(table, async (c) => {
      const { days, specialty } = c.req.valid("query");
      const asked = await mayCount(services, c.get("signedIn").personId, specialty);
      if (!asked) return refused(c, "not-a-coordinator");
      const { cases, spans } = await readRows(services, asked);
      await book(services, asked, { what: "table", cases: cases.length, days });
      const name = `consilium-numbers-${asked.now.toISOString().slice(0, "2026-11-29".length)}.csv`;
      c.header("cache-control", "no-store");
      c.header("content-disposition", `attachment; filename="${name}"`);
      c.header("content-type", "text/csv; charset=utf-8");
      return c.body(toCsv(numbersTable(spans, periodOf(days, asked.now))), 200);
    });

/** Undefined: they coordinate no programme now. */
async function mayCount(
  services: Services,
  personId: string,
  specialty: string | undefined,
): Promise<Asked | undefined> {
  const programme = await programmeAs(services, personId, "coordinator");
  if (!programme) return undefined;
  const { organisationId } = programme;
  return { organisationId, personId, now: services.now(), specialty: specialty ?? null };
}

const book = (
  { open: { database } }: Services,
  { organisationId, personId }: Asked,
  body: Readonly<Record<string, string | number>>,
): Promise<void> => recordAct(database, { organisationId, personId, act: "read", subject: "numbers", body });
