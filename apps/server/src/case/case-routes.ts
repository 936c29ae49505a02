import { caseStates, proxyScopes, roles, specialistModes } from "@consilium/clinical";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release, releaseList } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter, unchanged } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import { CaseDetail, CaseList, CaseSeats, Instant, Ulid } from "./case-schemas.ts";
import { describeSeats } from "./describe-seats.ts";
import { endSeat } from "./end-seat.ts";
import { giveSeat } from "./give-seat.ts";
import { listCases } from "./list-cases.ts";
import { readCaseAsGuest } from "./read-case-as-guest.ts";
import { readCase } from "./read-case.ts";
import { requestRoutes } from "./request-routes.ts";
import { reveal } from "./reveal.ts";
import { stepCase } from "./step-case.ts";
import { submitCase } from "./submit-case.ts";

const list = createRoute({
  method: "get",
  path: "/cases",
  summary: "The cases in which whoever asks sits now, the newest first",
  request: {
    query: z.object({
      after: Ulid.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      /** Words, each of which stands in what is shown of the case: name, number, title, question. */
      words: z.string().max(200).optional(),
    }),
  },
  responses: {
    200: json("A page of cases; `next` is the `after` of the next one", CaseList),
    ...unchanged,
    ...refusals,
  },
});

const read = createRoute({
  method: "get",
  path: "/cases/{caseId}",
  summary: "All that this seat may know of a case, apart from records and documents",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("The case", CaseDetail), ...refusals },
});

const submit = createRoute({
  method: "post",
  path: "/cases/{caseId}/submission",
  summary: "Submit the case: the story's questions are fixed",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("Submitted", z.object({ questions: z.int() })), ...refusals },
});

const step = createRoute({
  method: "post",
  path: "/cases/{caseId}/lifecycle",
  summary: "Move the case along its lifecycle, pause it or let it go on",
  request: {
    params: onCase,
    headers: seatParameter,
    body: {
      required: true,
      ...json(
        "",
        z.object({ to: z.enum(caseStates), reason: z.string().max(2000).nullable().default(null) }),
      ),
    },
  },
  responses: { 200: json("Done", z.object({ state: z.enum(caseStates) })), ...refusals },
});

const seated = createRoute({
  method: "get",
  path: "/cases/{caseId}/seats",
  summary: "The people of a case: each place, since when, and what this seat may do about it",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("The places, ended ones too", CaseSeats), ...refusals },
});

const give = createRoute({
  method: "post",
  path: "/cases/{caseId}/seats",
  summary: "Give somebody with an account a seat in the case",
  request: {
    params: onCase,
    headers: seatParameter,
    body: {
      required: true,
      ...json(
        "",
        z.object({
          email: z.email().max(320),
          role: z.enum(roles),
          mode: z.enum(specialistModes).nullable().default(null),
          scopes: z.array(z.enum(proxyScopes)).default([]),
          basis: z.string().max(2000).nullable().default(null),
          to: Instant.nullable().default(null),
        }),
      ),
    },
  },
  responses: { 201: json("Seated", z.object({ seat: Ulid })), ...refusals },
});

const end = createRoute({
  method: "post",
  path: "/cases/{caseId}/seats/{seatId}/end",
  summary: "End a seat: its sockets close within a second",
  request: { params: onCase.extend({ seatId: Ulid }), headers: seatParameter },
  responses: { 200: json("Ended", z.object({ ended: Ulid })), ...refusals },
});

const uncover = createRoute({
  method: "post",
  path: "/cases/{caseId}/reveal",
  summary: "A blind specialist asks to see the first opinion",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("Revealed", z.object({ revealed: z.literal(true) })), ...refusals },
});

/** Cases, their seats and their lifecycle. */
export const caseRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>()
    .route("/", courseRoutes(services))
    .route("/", seatRoutes(services))
    .route("/", requestRoutes(services));

function courseRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, async (c) => {
      const { after, limit, words: find } = c.req.valid("query");
      const { personId } = c.get("signedIn");
      const page = { after: after ?? null, limit, words: find?.trim() || null };
      const found = await listCases(services, personId, page);
      const left = await releaseList(c, services, personId, found);
      return left === undefined ? c.body(null, 304) : c.json(left, 200);
    })
    .openapi(read, async (c) => {
      const visit = c.get("visit");
      const isGuest = visit.seat.role === "guest";
      const found = isGuest ? await readCaseAsGuest(services, visit) : await readCase(services, visit);
      return c.json(await release(c, services, visit, { subject: "case" }, found), 200);
    })
    .openapi(submit, async (c) => {
      const done = await submitCase(services, commanderOf(c.get("visit")));
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(step, async (c) => {
      const done = await stepCase(services, commanderOf(c.get("visit")), c.req.valid("json"));
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
}

function seatRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(seated, async (c) => {
      const visit = c.get("visit");
      if (visit.seat.role === "guest") return refused(c, "no-right");
      const found = await describeSeats(services, visit);
      return c.json(await release(c, services, visit, { subject: "people" }, found), 200);
    })
    .openapi(give, async (c) => {
      const { to, ...given } = c.req.valid("json");
      const until = to === null ? null : new Date(to);
      const done = await giveSeat(services, commanderOf(c.get("visit")), { ...given, to: until });
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(end, async (c) => {
      const done = await endSeat(services, commanderOf(c.get("visit")), c.req.valid("param").seatId);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(uncover, async (c) => {
      const done = await reveal(services, commanderOf(c.get("visit")));
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
}
