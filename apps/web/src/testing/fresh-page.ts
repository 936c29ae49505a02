import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

/**
 * Tests of pages share one page in a worker (`isolate: false`). Each leaves it as a browser opens it: nothing rendered,
 * kept, replaced or attached. What a file does after its own tests comes first.
 */
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  // A file that says so has no page (`@vitest-environment node`).
  if (typeof document === "undefined") return;
  for (const root of [document.documentElement, document.body])
    for (const name of root.getAttributeNames()) root.removeAttribute(name);
  document.head.replaceChildren();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", "/");
});
