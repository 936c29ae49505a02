import type { StudyInRecord } from "@consilium/database";
import { z } from "@hono/zod-openapi";
import { onCase } from "../api/route-parts.ts";

const uid = z.string().regex(/^[0-9.]{1,64}$/);
/** A study's identifier and, behind it, the record whose version of it is meant: two may bear one identifier (RFC 3986, 3.3). */
const asked = /^(?<uid>[0-9.]{1,64})(?:;record=(?<record>[0-7][0-9A-HJKMNP-TV-Z]{25}))?$/;

/** `study`: as it stands in the address. */
export function askedStudy(study: string): StudyInRecord {
  const { uid: named = study, record } = asked.exec(study)?.groups ?? {};
  return { uid: named, record };
}

export const ofStudy = onCase.extend({ study: z.string().regex(asked) });
export const ofSeries = ofStudy.extend({ series: uid });
export const ofInstance = ofSeries.extend({ instance: uid });

export const studiesPath = "/cases/{caseId}/dicomweb/studies";
export const seriesPath = `${studiesPath}/{study}/series/{series}` as const;
