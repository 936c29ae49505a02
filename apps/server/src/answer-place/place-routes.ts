import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { answerAtPlace } from "./answer-at-place.ts";
import { describePlace } from "./describe-place.ts";
import { enterPlace } from "./enter-place.ts";
import { openPlace } from "./open-place.ts";
import { beginAtPlace, cancelAtPlace, completeAtPlace, deliveryAtPlace } from "./place-deliveries.ts";
import { placeLimits } from "./place-limits.ts";
import { PlaceAnswer, PlaceDelivery, PlaceWord } from "./place-schemas.ts";

const headers = z.object({ "consilium-place": z.string().max(100), "consilium-entry": z.string().max(100) });
const ofDelivery = z.object({ id: Ulid });

const open = createRoute({
  method: "post",
  path: "/answering/opening",
  summary: "What is asked for, for whoever has the link of a request and its code; no session is needed",
  request: {
    body: { required: true, ...json("", z.object({ token: z.string().max(100), code: z.string().max(20) })) },
  },
  responses: { 200: json("The request", PlaceAnswer.extend({ entry: z.string() })), ...refusals },
});

const look = createRoute({
  method: "get",
  path: "/answering",
  summary: "The same again, for a browser that had the right code",
  request: { headers },
  responses: { 200: json("The request", PlaceAnswer), ...refusals },
});

const word = createRoute({
  method: "post",
  path: "/answering/answer",
  summary: "Say that what was sent is all, or why there is nothing to send: with that the place ends",
  request: { headers, body: { required: true, ...json("", PlaceWord) } },
  responses: { 200: json("Answered", PlaceWord.pick({ state: true })), ...refusals },
});

const begin = createRoute({
  method: "post",
  path: "/answering/deliveries",
  summary: "Begin to hand over files at an answer place",
  request: { headers, body: { required: true, ...json("", ofDelivery) } },
  responses: { 200: json("Begun before", ofDelivery), 201: json("Begun", ofDelivery), ...refusals },
});

const one = createRoute({
  method: "get",
  path: "/answering/deliveries/{id}",
  summary: "How far a delivery is that came through this place",
  request: { headers, params: ofDelivery },
  responses: { 200: json("The delivery", PlaceDelivery), ...refusals },
});

const complete = createRoute({
  method: "post",
  path: "/answering/deliveries/{id}/complete",
  summary: "Say that these are all files of a delivery",
  request: {
    headers,
    params: ofDelivery,
    body: { required: true, ...json("", z.object({ files: z.int().min(1).max(placeLimits.files) })) },
  },
  responses: { 202: json("They are read", z.object({ state: z.string() })), ...refusals },
});

const cancel = createRoute({
  method: "post",
  path: "/answering/deliveries/{id}/cancel",
  summary: "Take a delivery back while it arrives",
  request: { headers, params: ofDelivery },
  responses: { 200: json("Nothing of it stays", z.object({ cancelled: z.literal(true) })), ...refusals },
});

/** Files for one request, from whoever has no account. */
const deliveryRoutes = (services: Services) =>
  new OpenAPIHono({ defaultHook: malformed })
    .openapi(begin, async (c) => {
      const entered = await enterPlace(services, c.req.raw.headers);
      if (!entered.ok) return refused(c, entered.reason);
      const begun = await beginAtPlace(services, entered.value, c.req.valid("json").id);
      if (!begun.ok) return refused(c, begun.reason);
      return c.json({ id: begun.value.id }, begun.value.isNew ? 201 : 200);
    })
    .openapi(one, async (c) => {
      const entered = await enterPlace(services, c.req.raw.headers);
      if (!entered.ok) return refused(c, entered.reason);
      const found = await deliveryAtPlace(services, entered.value, c.req.valid("param").id);
      return found ? c.json({ id: found.id, state: found.state }, 200) : refused(c, "no-such-delivery");
    })
    .openapi(complete, async (c) => {
      const entered = await enterPlace(services, c.req.raw.headers);
      if (!entered.ok) return refused(c, entered.reason);
      const { id } = c.req.valid("param");
      const done = await completeAtPlace(services, entered.value, id, c.req.valid("json").files);
      return done.ok ? c.json(done.value, 202) : refused(c, done.reason);
    })
    .openapi(cancel, async (c) => {
      const entered = await enterPlace(services, c.req.raw.headers);
      if (!entered.ok) return refused(c, entered.reason);
      const done = await cancelAtPlace(services, entered.value, c.req.valid("param").id);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });

/** The door of one request, for whoever has no account. Nothing of the case leaves by it but what is asked for. */
export const placeRoutes = (services: Services) =>
  new OpenAPIHono({ defaultHook: malformed })
    .route("/", deliveryRoutes(services))
    .openapi(open, async (c) => {
      const opened = await openPlace(services, c.req.valid("json"));
      c.header("cache-control", "no-store");
      return opened.ok ? c.json(opened.value, 200) : refused(c, opened.reason);
    })
    .openapi(look, async (c) => {
      const entered = await enterPlace(services, c.req.raw.headers);
      if (!entered.ok) return refused(c, entered.reason);
      c.header("cache-control", "no-store");
      return c.json(await describePlace(services, entered.value), 200);
    })
    .openapi(word, async (c) => {
      const entered = await enterPlace(services, c.req.raw.headers);
      if (!entered.ok) return refused(c, entered.reason);
      const done = await answerAtPlace(services, entered.value, c.req.valid("json"));
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
