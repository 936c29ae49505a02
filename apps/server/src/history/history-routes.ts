import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import { BarAnswer, DifferenceAnswer, FlagAnswer, StepAnswer } from "./history-schemas.ts";
import { type HistoryServices, readDifference, readScrubber, readTimeline } from "./read-history.ts";

const onOpinion = onCase.extend({ opinionId: Ulid });
const sequence = z.coerce.number().int().min(0);
const section = z.string().max(40).optional();

const steps = createRoute({
  method: "get",
  path: "/cases/{caseId}/opinions/{opinionId}/history",
  summary: "How an opinion came to be, step by step, the oldest first",
  request: {
    params: onOpinion,
    headers: seatParameter,
    query: z.object({
      after: sequence.default(0),
      section,
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
  },
  responses: {
    200: json("A page of steps", z.object({ items: z.array(StepAnswer), next: z.int().nullable() })),
    ...refusals,
  },
});

const scrubber = createRoute({
  method: "get",
  path: "/cases/{caseId}/opinions/{opinionId}/history/scrubber",
  summary: "How much was written when, by whom, with versions and shares",
  request: {
    params: onOpinion,
    headers: seatParameter,
    query: z.object({ bars: z.coerce.number().int().min(1).max(500).default(120) }),
  },
  responses: {
    200: json(
      "Bars and flags; sequences from `first` to `last` can be looked at",
      z.object({ first: z.int(), last: z.int(), bars: z.array(BarAnswer), flags: z.array(FlagAnswer) }),
    ),
    ...refusals,
  },
});

const between = createRoute({
  method: "get",
  path: "/cases/{caseId}/opinions/{opinionId}/history/difference",
  summary:
    "The text between two moments, with who wrote and who removed what; from n to n: the moment as it was",
  request: {
    params: onOpinion,
    headers: seatParameter,
    query: z.object({ from: sequence, to: sequence, section }),
  },
  responses: { 200: json("The difference", DifferenceAnswer), ...refusals },
});

/** The past of an opinion, served from the log. */
export function historyRoutes(services: HistoryServices) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(steps, async (c) => {
      const { opinionId } = c.req.valid("param");
      const { after, limit, section: of } = c.req.valid("query");
      const visit = c.get("visit");
      const found = await readTimeline(services, visit, opinionId, { after, limit, section: of });
      if (!found.ok) return refused(c, found.reason);
      const leaving = { subject: `opinion.${opinionId}/history`, body: { after } };
      return c.json(await release(c, services, visit, leaving, found.value), 200);
    })
    .openapi(scrubber, async (c) => {
      const { opinionId } = c.req.valid("param");
      const visit = c.get("visit");
      const found = await readScrubber(services, visit, opinionId, c.req.valid("query").bars);
      if (!found.ok) return refused(c, found.reason);
      const leaving = { subject: `opinion.${opinionId}/history` };
      return c.json(await release(c, services, visit, leaving, found.value), 200);
    })
    .openapi(between, async (c) => {
      const { opinionId } = c.req.valid("param");
      const { from, to, section: of } = c.req.valid("query");
      const visit = c.get("visit");
      const found = await readDifference(services, visit, opinionId, { from, to, section: of });
      if (!found.ok) return refused(c, found.reason);
      const leaving = { subject: `opinion.${opinionId}/history`, body: { from, to } };
      return c.json(await release(c, services, visit, leaving, found.value), 200);
    });
}
