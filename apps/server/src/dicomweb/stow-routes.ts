import { setTimeout as pause } from "node:timers/promises";
import { recordsAccess } from "@consilium/clinical";
import { findDelivery } from "@consilium/database";
import { refuse } from "@consilium/foundation";
import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { DataStore } from "@tus/server";
import type { ApiEnvironment, Visit } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { enterCase } from "../api/enter-case.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { onCase, seatParameter } from "../api/route-parts.ts";
import { readOneDelivery } from "../delivery/describe-delivery.ts";
import { whileAllowed } from "../delivery/while-allowed.ts";
import type { Services } from "../services.ts";
import { studiesPath } from "./dicomweb-paths.ts";
import { boundaryIn } from "./read-multipart.ts";
import { readableStudies } from "./read-study.ts";
import { type ReceivedInstances, receiveInstances, stowLimits } from "./receive-instances.ts";
import { stowAnswer } from "./stow-answer.ts";

const answer = { description: "DICOM JSON", content: { "application/dicom+json": {} } };
const inPart = { description: "Not all of it, or not yet: then `location` names the delivery" };

const store = createRoute({
  method: "post",
  path: studiesPath,
  summary: "STOW-RS: instances become a delivery, which is read as every other",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: answer, 202: inPart, ...refusals },
});

/** At once: each holds one instance in memory. */
const mostRunning = 2;
/** Milliseconds that a client waits for the reading; afterwards it is told where to look. */
const longestWait = 30_000;
const rhythm = 200;

/** Whoever may add records may send them from a program. */
export function stowRoutes(services: Services, spool: DataStore) {
  let running = 0;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(store, async (c) => {
    const visit = c.get("visit");
    const { body } = c.req.raw;
    const boundary = boundaryIn(c.req.header("content-type") ?? "");
    if (boundary === undefined || body === null) return refused(c, "malformed-request");
    if (!mayAdd(services, visit)) return refused(c, "no-right");
    if (Number(c.req.header("content-length") ?? 0) > stowLimits.allBytes) return refused(c, "too-big");
    if (running >= mostRunning) return refused(c, "too-many");
    running += 1;
    try {
      const { seat } = visit;
      const admit = async () => {
        const now = await enterCase(services, c.get("signedIn"), seat.caseId, seat.id);
        return now.ok && !mayAdd(services, now.value) ? refuse("no-right") : now;
      };
      const received = await receiveInstances(
        { services, spool, visit },
        whileAllowed(body, admit),
        boundary,
      );
      if (!received.ok) return refused(c, received.reason);
      const answered = await answerTo(services, visit, received.value);
      if (answered === undefined) return notYet(seat.caseId, received.value);
      const subject = `delivery/${received.value.deliveryId}`;
      const content = await release(c, services, visit, { subject }, answered.body);
      return dicomJson(JSON.stringify(content), answered.status);
    } finally {
      running -= 1;
    }
  });
}

const mayAdd = (services: Services, { seat, facts }: Visit): boolean =>
  recordsAccess(seat, facts, services.now()).add;

/** Undefined where it is still read, asks whose files they are, failed, or is not for this seat to know. */
async function answerTo(services: Services, visit: Visit, received: ReceivedInstances) {
  const { deliveryId } = received;
  // All that came was something else than DICOM: there is nothing to wait for.
  if (received.digests.size === 0) return stowAnswer([], received, [], "");
  const access = recordsAccess(visit.seat, visit.facts, services.now());
  if (!access.read || access.withoutRevealing) return undefined;
  for (let waited = 0; waited < longestWait; waited += rhythm) {
    const delivery = await findDelivery(services.open.database, visit.key, deliveryId);
    if (delivery?.state === "done") {
      const described = await readOneDelivery(services, visit, deliveryId);
      const studies = await readableStudies(services, visit);
      const base = `/api/cases/${visit.seat.caseId}/dicomweb/`;
      return stowAnswer(described?.outcomes ?? [], received, studies, base);
    }
    if (delivery?.state !== "waiting" && delivery?.state !== "reading") return undefined;
    await pause(rhythm);
  }
  return undefined;
}

const notYet = (caseId: string, { deliveryId }: ReceivedInstances): Response => {
  const response = dicomJson("{}", 202);
  response.headers.set("location", `/api/cases/${caseId}/deliveries/${deliveryId}`);
  return response;
};

const dicomJson = (body: string, status: number): Response =>
  new Response(body, {
    status,
    headers: { "content-type": "application/dicom+json", "cache-control": "no-store" },
  });
