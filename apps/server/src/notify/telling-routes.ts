import { isUrgentKind, notificationKinds, type TellingChoices, tellingWay } from "@consilium/clinical";
import { findReader, findTellingWishes, mailRefusedSince, saveTellingWishes } from "@consilium/database";
import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import type { MailStanding } from "../mail/mail-standing.ts";
import type { Services } from "../services.ts";
import { TellingAnswer, TellingWishes } from "./telling-schemas.ts";

const ask = createRoute({
  method: "get",
  path: "/session/telling",
  summary: "How whoever asks is told of things",
  responses: { 200: json("The ways", TellingAnswer), ...refusals },
});

const choose = createRoute({
  method: "put",
  path: "/session/telling",
  summary: "How they want to be told from now on",
  request: { body: { required: true, ...json("", TellingWishes) } },
  responses: { 200: json("The ways", TellingAnswer), ...refusals },
});

export function tellingRoutes(services: Services, standing: MailStanding) {
  const { database } = services.open;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(ask, async (c) => {
      const answer = await describeTelling(services, c.get("signedIn").personId, standing);
      if (!answer) return refused(c, "signed-out");
      c.header("cache-control", "no-store");
      return c.json(answer, 200);
    })
    .openapi(choose, async (c) => {
      const { personId } = c.get("signedIn");
      const { choices, quiet } = c.req.valid("json");
      await saveTellingWishes(database, personId, { choices: known(choices), quiet }, services.now());
      const answer = await describeTelling(services, personId, standing);
      return answer ? c.json(answer, 200) : refused(c, "signed-out");
    });
}

/** What is urgent stays as it is, so no wish of it is kept. */
const known = (choices: TellingChoices): TellingChoices =>
  Object.fromEntries(
    notificationKinds.flatMap((kind) => {
      const way = choices[kind];
      return way === undefined || isUrgentKind(kind) ? [] : [[kind, way]];
    }),
  );

async function describeTelling({ open: { database } }: Services, personId: string, standing: MailStanding) {
  const reader = await findReader(database, personId);
  if (!reader) return undefined;
  const { choices, quiet } = await findTellingWishes(database, personId);
  const since = await mailRefusedSince(database, personId);
  return {
    kinds: notificationKinds.map((kind) => ({
      kind,
      way: tellingWay(kind, choices),
      isFixed: isUrgentKind(kind),
    })),
    quiet,
    zone: reader.zone,
    address: reader.address,
    refusedSince: since?.toISOString() ?? null,
    ...standing,
  };
}
