import { mayCommand, offerModes } from "@consilium/clinical";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Instant, Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { describeTriage } from "./describe-triage.ts";
import { offerCase } from "./offer-case.ts";
import { TriageAnswer } from "./triage-schemas.ts";
import { withdrawOffer } from "./withdraw-offer.ts";
import { wordForBlind } from "./word-for-blind.ts";

const words = z.string().trim().max(2000).nullable().default(null);

const read = createRoute({
  method: "get",
  path: "/cases/{caseId}/triage",
  summary:
    "What a coordinator decides by: what reveals the first opinion, who could take the case, who is asked",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("The triage", TriageAnswer), ...refusals },
});

const offer = createRoute({
  method: "post",
  path: "/cases/{caseId}/offers",
  summary: "Offer the case to a clinician of the programme",
  request: {
    params: onCase,
    headers: seatParameter,
    body: {
      required: true,
      ...json(
        "",
        z.object({ person: z.string().max(64), mode: z.enum(offerModes), due: Instant, note: words }),
      ),
    },
  },
  responses: { 201: json("Offered", z.object({ offer: Ulid })), ...refusals },
});

const withdraw = createRoute({
  method: "post",
  path: "/cases/{caseId}/offers/{offerId}/withdrawal",
  summary: "Take an offer back that nobody has answered",
  request: { params: onCase.extend({ offerId: Ulid }), headers: seatParameter },
  responses: { 200: json("Taken back", z.object({ withdrawn: Ulid })), ...refusals },
});

const word = createRoute({
  method: "post",
  path: "/cases/{caseId}/questions/{questionId}/words-for-blind",
  summary: "Give a question other words for whoever reads blind; null: its own",
  request: {
    params: onCase.extend({ questionId: Ulid }),
    headers: seatParameter,
    body: { required: true, ...json("", z.object({ text: words })) },
  },
  responses: { 200: json("Worded", z.object({ question: Ulid })), ...refusals },
});

/** What a coordinator does with a case that has come. */
export const triageRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(read, async (c) => {
      const visit = c.get("visit");
      const command = "lifecycle, clocks, requests, marking an item as revealing";
      if (!mayCommand(command, visit.seat, visit.facts, services.now())) return refused(c, "no-right");
      const found = await describeTriage(services, visit);
      return c.json(await release(c, services, visit, { subject: "triage" }, found), 200);
    })
    .openapi(offer, async (c) => {
      const { person, due, ...made } = c.req.valid("json");
      const done = await offerCase(services, commanderOf(c.get("visit")), {
        ...made,
        personId: person,
        due: new Date(due),
      });
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(withdraw, async (c) => {
      const done = await withdrawOffer(services, commanderOf(c.get("visit")), c.req.valid("param").offerId);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(word, async (c) => {
      const { questionId } = c.req.valid("param");
      const commander = commanderOf(c.get("visit"));
      const done = await wordForBlind(services, commander, questionId, c.req.valid("json").text);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
