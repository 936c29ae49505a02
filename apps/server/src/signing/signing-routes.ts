import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import { clientAddress } from "../identity/client-address.ts";
import type { Services } from "../services.ts";
import { describeProgress } from "./describe-progress.ts";
import { describeSigning } from "./describe-signing.ts";
import { signOpinion } from "./sign-opinion.ts";
import { signingImageRoutes } from "./signing-image-routes.ts";
import { signingReportRoutes } from "./signing-report-routes.ts";
import { readShown, shownBy, shownFields, type StepUp } from "./step-up.ts";

const onOpinion = onCase.extend({ opinionId: Ulid });

const longestReason = 2000;
const mostReasons = 200;

const Point = z.object({
  key: z.string(),
  rule: z.string(),
  level: z.enum(["must", "look"]),
  target: z.object({ section: z.string(), item: z.string().optional(), words: z.string().optional() }),
  sentence: z.string(),
});

/** What whoever signs is shown. */
export const SigningSheet = z
  .object({
    /** Of all that the signature would cover, to be sent back with it. */
    basis: z.string(),
    state: z.enum(["ready", "not-now", "no-licence"]),
    open: z.array(Point),
    met: z.int(),
    /** Documents with how far each had come. */
    inputs: z.array(z.object({ name: z.string(), sequence: z.int() })),
    /** Pictures that the report would show, and such that the opinion relies on and that it would not. */
    images: z.array(
      z.object({
        sha256: z.string(),
        width: z.int(),
        height: z.int(),
        caption: z.string(),
        alt: z.string(),
      }),
    ),
    leftOut: z.array(z.object({ words: z.string(), because: z.string() })),
    questions: z.int(),
    records: z.int(),
    statement: z.string(),
    signer: z.object({
      name: z.string(),
      profession: z.string().nullable(),
      workplace: z.string().nullable(),
      licence: z.object({ number: z.string(), authority: z.string(), country: z.string() }).nullable(),
    }),
    /** Whether the patient is shown it by the signature, or told by somebody first. */
    toldAtOnce: z.boolean(),
    hearing: z.string().nullable(),
  })
  .openapi("SigningSheet");

const progress = createRoute({
  method: "get",
  path: "/cases/{caseId}/progress",
  summary: "How far the draft is that this seat signs",
  request: { params: onCase, headers: seatParameter },
  responses: {
    200: json("Numbers alone", z.object({ begun: z.int(), sections: z.int(), must: z.int() })),
    ...refusals,
  },
});

const sheet = createRoute({
  method: "get",
  path: "/cases/{caseId}/opinions/{opinionId}/signing",
  summary: "What is open before an opinion can be signed, and what the signature would cover",
  request: { params: onOpinion, headers: seatParameter },
  responses: { 200: json("What would be signed", SigningSheet), ...refusals },
});

const sign = createRoute({
  method: "post",
  path: "/cases/{caseId}/opinions/{opinionId}/signing",
  summary: "Sign an opinion: it is frozen, and its report is made",
  request: {
    params: onOpinion,
    headers: seatParameter,
    body: {
      required: true,
      ...json(
        "",
        z.object({
          basis: z.string().max(64),
          reasons: z
            .array(z.object({ key: z.string().max(400), reason: z.string().max(longestReason) }))
            .max(mostReasons)
            .default([]),
          /** Empty: none. */
          conflicts: z.string().max(longestReason).default(""),
          ...shownFields,
        }),
      ),
    },
  },
  responses: {
    201: json("Signed", z.object({ report: Ulid, n: z.int(), code: z.string() })),
    ...refusals,
  },
});

export interface SigningRouteOptions {
  readonly stepUp: StepUp;
  /** Addresses of our own proxies. */
  readonly proxies: readonly string[];
}

/** Signing an opinion. */
export function signingRoutes(services: Services, { stepUp, proxies }: SigningRouteOptions) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .route("/", signingImageRoutes(services))
    .route("/", signingReportRoutes(services))
    .openapi(progress, async (c) => {
      const found = await describeProgress(services, c.get("visit"));
      if (!found.ok) return refused(c, found.reason);
      c.header("cache-control", "no-store");
      return c.json(found.value, 200);
    })
    .openapi(sheet, async (c) => {
      const { opinionId } = c.req.valid("param");
      const visit = c.get("visit");
      const found = await describeSigning(services, visit, opinionId);
      if (!found.ok) return refused(c, found.reason);
      const leaving = { subject: `opinion.${opinionId}/signing` };
      return c.json(await release(c, services, visit, leaving, found.value), 200);
    })
    .openapi(sign, async (c) => {
      const { opinionId } = c.req.valid("param");
      const { password, code, reasons, ...said } = c.req.valid("json");
      const shown = readShown({ password, code });
      if (!shown) return refused(c, "malformed-request");
      const outcome = await stepUp(c.get("signedIn"), shown, clientAddress(c, proxies));
      if (outcome !== "shown") return refused(c, outcome);
      const given = new Map(reasons.map(({ key, reason }) => [key, reason.trim()]));
      const done = await signOpinion(services, c.get("visit"), {
        opinionId,
        ...said,
        reasons: given,
        shownBy: shownBy(shown),
      });
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    });
}
