import { expect } from "vitest";

/** With video, at any ports that are free. The journeys have none otherwise. */
export const mediaSettings = { CONSILIUM_MEDIA: "on", MEDIA_PORT: "0", MEDIA_WORKERS: "1" } as const;

/** The server answers before it has video. */
export const untilVideo = (origin: string): Promise<void> =>
  expect
    .poll(async () => (await fetch(`${origin}/api/health`)).json(), { timeout: 30_000 })
    .toMatchObject({ media: "ready" });
