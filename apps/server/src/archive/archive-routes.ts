import { mayBeSamePatient } from "@consilium/clinical";
import { caseDetailsOf, recordAct } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment, Visit } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { archivesFor } from "./archive-access.ts";
import { ArchiveName, ArchiveSearch, ArchiveStudies, looksForSomebody } from "./archive-schemas.ts";
import { type Archive, uidPattern } from "./archive.ts";
import { beginPull } from "./begin-pull.ts";
import { findStudies, type FoundStudies } from "./find-studies.ts";
import { fromArchive } from "./from-archive.ts";

const ofArchive = onCase.extend({ archive: z.string().regex(/^[a-z0-9-]{1,40}$/) });
const headers = seatParameter;

const list = createRoute({
  method: "get",
  path: "/cases/{caseId}/archives",
  summary: "Archives that studies can be fetched from",
  request: { params: onCase, headers },
  responses: { 200: json("Archives", z.object({ items: z.array(ArchiveName) })), ...refusals },
});

const search = createRoute({
  method: "post",
  path: "/cases/{caseId}/archives/{archive}/search",
  summary: "Look for studies of somebody in an archive",
  request: { params: ofArchive, headers, body: { required: true, ...json("", ArchiveSearch) } },
  responses: { 200: json("Studies, newest first", ArchiveStudies), ...refusals },
});

const pull = createRoute({
  method: "post",
  path: "/cases/{caseId}/archives/{archive}/pull",
  summary: "Fetch a study: a delivery whose files the archive gives",
  request: {
    params: ofArchive,
    headers,
    body: { required: true, ...json("", z.object({ study: z.string().regex(uidPattern) })) },
  },
  responses: { 202: json("It is fetched", z.object({ id: Ulid })), ...refusals },
});

/** Questions that wait for archives at once. */
const mostAsked = 8;

/** Archives of hospitals: which there are, what they have, and fetching it. */
export function archiveRoutes(services: Services) {
  let asked = 0;
  const waitFor = async <T>(ask: () => Promise<T>): Promise<T> => {
    asked += 1;
    try {
      return await ask();
    } finally {
      asked -= 1;
    }
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, (c) => {
      const items = archivesFor(services, c.get("visit")).map(({ id, name }) => ({ id, name }));
      return c.json({ items }, 200);
    })
    .openapi(search, async (c) => {
      const visit = c.get("visit");
      const terms = c.req.valid("json");
      const archive = archiveIn(services, visit, c.req.valid("param").archive);
      if (!archive) return refused(c, "no-such-archive");
      if (!looksForSomebody(terms)) return refused(c, "search-too-wide");
      if (asked >= mostAsked) return refused(c, "too-many");
      await bookSearch(services, visit, archive, terms);
      const found = await waitFor(() => fromArchive((signal) => findStudies(archive, terms, signal)));
      if (!found.ok) return refused(c, found.reason);
      const answer = answerFor(visit, found.value);
      const leaving = { subject: `archive/${archive.id}`, body: { studies: answer.items.length } };
      return c.json(await release(c, services, visit, leaving, answer), 200);
    })
    .openapi(pull, async (c) => {
      const visit = c.get("visit");
      const archive = archiveIn(services, visit, c.req.valid("param").archive);
      if (!archive) return refused(c, "no-such-archive");
      if (asked >= mostAsked) return refused(c, "too-many");
      const begun = await waitFor(() => beginPull(services, visit, archive, c.req.valid("json").study));
      return begun.ok ? c.json(begun.value, 202) : refused(c, begun.reason);
    });
}

const archiveIn = (services: Services, visit: Visit, id: string): Archive | undefined =>
  archivesFor(services, visit).find((archive) => archive.id === id);

/** Before it is asked: by which of the terms, never what they were. */
const bookSearch = (
  { open: { database } }: Services,
  { seat }: Visit,
  { id }: Archive,
  terms: ArchiveSearch,
): Promise<void> =>
  recordAct(database, {
    organisationId: seat.organisationId,
    caseId: seat.caseId,
    personId: seat.personId,
    seatId: seat.id,
    act: "archive.searched",
    subject: `archive/${id}`,
    body: { by: Object.keys(terms) },
  });

function answerFor({ key, row }: Visit, { studies, isMore }: FoundStudies): z.infer<typeof ArchiveStudies> {
  const { name, born } = caseDetailsOf(key, row).patient;
  const items = studies.map(({ modalities, ...study }) => ({
    ...study,
    modalities: [...modalities],
    fits: mayBeSamePatient(study, { name, born }),
  }));
  return { items, more: isMore };
}
