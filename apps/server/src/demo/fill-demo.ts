import type { Configuration } from "../configuration.ts";
import type { Identity } from "../identity/create-identity.ts";
import type { Services } from "../services.ts";
import { storeDemoSlides } from "./images/slide/store-demo-slides.ts";
import { storeDemoImages } from "./images/store-demo-images.ts";
import { demoCaseIds, seedDemo } from "./write/seed-demo.ts";
import { signDemoReports } from "./write/sign-demo-reports.ts";

/** The images that its reports speak of, beside everything else. Returns how to stop. */
export function drawDemo(
  { demoPassword, demoImages }: Configuration,
  services: Services,
  failed: (cause: unknown) => void,
): () => Promise<void> {
  if (demoPassword === undefined || !demoImages) return () => Promise.resolve();
  const stopping = new AbortController();
  const draw = async () => {
    await storeDemoImages(services, stopping.signal);
    await storeDemoSlides(services, stopping.signal);
  };
  const drawing = draw().catch((cause: unknown) => {
    if (!stopping.signal.aborted) failed(cause);
  });
  return async () => {
    stopping.abort();
    await drawing;
  };
}

/** The demo's people and cases, where there is a demo and it is not there yet. */
export async function seed(
  { demoPassword }: Configuration,
  services: Services,
  identity: Identity,
): Promise<void> {
  if (demoPassword === undefined) return;
  const { open, keys, now } = services;
  const createPerson = (person: Parameters<Identity["createPerson"]>[0]) =>
    identity.createPerson(person, demoPassword);
  await seedDemo({ open, keys, now: now(), createPerson });
  await signDemoReports(services, demoCaseIds);
}
