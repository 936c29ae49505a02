import { cleanup } from "@testing-library/react";
import { vi } from "vitest";

/** Pixels, of a window that nobody turned. */
const size = { width: 1024, height: 768 };

/**
 * Makes the page as a browser opens it: nothing rendered, kept, chosen, replaced, and of its own size. What hangs on the window itself
 * and what a module of the app remembers is for the test to take back.
 */
export function makeFresh(): void {
  try {
    cleanup();
  } finally {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    // A file that says so has no page (`@vitest-environment node`).
    if (typeof document !== "undefined") emptyPage();
  }
}

function emptyPage(): void {
  document.getSelection()?.removeAllRanges();
  for (const root of [document.documentElement, document.body])
    for (const name of root.getAttributeNames()) root.removeAttribute(name);
  document.head.replaceChildren();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", "/");
  turnTo(size);
}

/** Gives the window another size, as whoever turns a telephone does. */
export function turnTo(to: { readonly width: number; readonly height?: number }): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The tests' browser lets a window be turned.
  const { happyDOM } = window as unknown as { happyDOM: { setViewport: (to: { width: number }) => void } };
  happyDOM.setViewport(to);
}
