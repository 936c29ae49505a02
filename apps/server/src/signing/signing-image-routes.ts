import { documentId } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import { readContent } from "../document/read-content.ts";
import { findKeyImage } from "../key-image/draw-key-images.ts";
import { pictureAnswer } from "../key-image/picture-answer.ts";
import type { Services } from "../services.ts";
import { maySign } from "./prepare-signing.ts";

const image = createRoute({
  method: "get",
  path: "/cases/{caseId}/opinions/{opinionId}/signing/images/{sha256}",
  summary: "A picture that the report would show, as it would be signed",
  request: {
    params: onCase.extend({ opinionId: Ulid, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    headers: seatParameter,
  },
  responses: { 200: { description: "The picture", content: { "image/jpeg": {} } }, ...refusals },
});

/** The pictures that the sheet shows. */
export const signingImageRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(image, async (c) => {
    const { opinionId, sha256 } = c.req.valid("param");
    const visit = c.get("visit");
    const may = maySign(services, visit, opinionId);
    if (!may.ok) return refused(c, may.reason);
    const opinion = await readContent(services, documentId(visit.row.id, `opinion.${opinionId}`));
    const picture = await findKeyImage(services, visit, opinion, sha256);
    if (!picture) return refused(c, "no-such-picture");
    const subject = `opinion.${opinionId}/signing`;
    await services.readBook.leaving(visit.seat, subject, picture.length);
    return pictureAnswer(picture, "image/jpeg");
  });
