import { z } from "@hono/zod-openapi";
import { onCase } from "../api/route-parts.ts";

const uid = z.string().regex(/^[0-9.]{1,64}$/);

export const ofStudy = onCase.extend({ study: uid });
export const ofSeries = ofStudy.extend({ series: uid });
export const ofInstance = ofSeries.extend({ instance: uid });

export const studiesPath = "/cases/{caseId}/dicomweb/studies";
export const seriesPath = `${studiesPath}/{study}/series/{series}` as const;
