import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { answerOffer } from "./answer-offer.ts";
import { offersToMe } from "./offers-to-me.ts";
import { OfferList } from "./triage-schemas.ts";

const list = createRoute({
  method: "get",
  path: "/offers",
  summary: "Cases that whoever asks is asked to take, and can still answer",
  responses: { 200: json("The offers, the newest first", OfferList), ...refusals },
});

const words = z.string().max(2000);

const answer = createRoute({
  method: "post",
  path: "/offers/{offerId}/answer",
  summary: "Take a case, or decline it with a reason",
  request: {
    params: z.object({ offerId: Ulid }),
    body: {
      required: true,
      ...json(
        "",
        z.discriminatedUnion("answer", [
          z.object({ answer: z.literal("accept"), conflicts: words }),
          z.object({ answer: z.literal("decline"), reason: words }),
        ]),
      ),
    },
  },
  responses: {
    200: json("Answered", z.object({ caseId: Ulid, state: z.enum(["accepted", "declined"]) })),
    ...refusals,
  },
});

/** Offers, for whom they ask: somebody who has no seat in the case. */
export const offerRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, async (c) => {
      const offers = await offersToMe(services, c.get("signedIn").personId);
      c.header("cache-control", "no-store");
      return c.json(offers, 200);
    })
    .openapi(answer, async (c) => {
      const { personId } = c.get("signedIn");
      const { offerId } = c.req.valid("param");
      const done = await answerOffer(services, personId, offerId, c.req.valid("json"));
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
