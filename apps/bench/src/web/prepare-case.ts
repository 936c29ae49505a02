import { z } from "zod";
import { type DemoServer, findOpenCase } from "../measuring/demo-server.ts";
import type { Place } from "../measuring/place.ts";
import { comment } from "./long-opinion.ts";

export interface OpenOpinion {
  readonly listAddress: string;
  readonly caseId: string;
  /** Of its page, up to the section. */
  readonly address: string;
  /** As its author. */
  readonly place: Place;
  /** Layers of two readers on it. */
  readonly layers: readonly Place[];
}

const detail = z.object({
  seat: z.object({ id: z.string() }),
  opinions: z.array(z.object({ id: z.string() })),
});

/** The demo's open opinion, as its author, and the layers of a co-author and of the referring clinician. */
export async function findOpinion(server: DemoServer): Promise<OpenOpinion> {
  const author = await server.signIn("specialist@demo.test");
  const caseId = await findOpenCase(server, author);
  const address = `ws://127.0.0.1:${server.port}/sync/${caseId}`;
  const layers: Place[] = [];
  for (const name of ["second.specialist", "referrer"]) {
    const cookie = await server.signIn(`${name}@demo.test`);
    const { seat, opinions } = detail.parse(await server.read(`/cases/${caseId}`, cookie));
    const [opinion] = opinions;
    if (!opinion) throw new Error(`${name} may not read the opinion.`);
    layers.push({ address, cookie, document: `layer.${seat.id}.opinion.${opinion.id}.clinicians` });
  }
  return {
    listAddress: `${server.origin}/cases`,
    caseId,
    address: `${server.origin}/cases/${caseId}/opinion`,
    place: { address, cookie: author, document: "opinion" },
    layers,
  };
}

/** Comments by both readers, in turns over the section. */
export async function commentOn(
  { place, layers }: OpenOpinion,
  section: string,
  threads: number,
): Promise<void> {
  const each = threads / layers.length;
  for (const [turn, layer] of layers.entries())
    await comment(place, layer, section, each, turn / layers.length);
}
