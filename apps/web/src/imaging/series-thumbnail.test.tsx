import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { CaseContext, type OpenCase } from "../case/case-context.ts";
import { SeriesThumbnail } from "./series-thumbnail.tsx";
import { openStudy } from "./testing-panes.ts";

beforeEach(() => {
  const seenAtOnce = class {
    readonly tell: IntersectionObserverCallback;
    constructor(tell: IntersectionObserverCallback) {
      this.tell = tell;
    }
    observe() {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Nothing else of it is read.
      this.tell([{ isIntersecting: true } as IntersectionObserverEntry], this as never);
    }
    disconnect() {}
  };
  vi.stubGlobal("IntersectionObserver", seenAtOnce);
});

test("a thumbnail is no black square while it is on its way, and a picture as soon as it is there", async () => {
  const slow = Promise.withResolvers<Response>();
  vi.stubGlobal("fetch", () => slow.promise);
  vi.stubGlobal("createImageBitmap", () => Promise.resolve({ width: 128, height: 128, close: () => {} }));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Of the case only its id and the seat are read.
  const inCase = { caseId: "01CASE", seat: undefined } as OpenCase;
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <CaseContext value={inCase}>
        <SeriesThumbnail study={openStudy()} series="1.2.3" />
      </CaseContext>
    </QueryClientProvider>,
  );
  const isDrawn = () => container.querySelector("canvas")?.hasAttribute("data-drawn");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isDrawn()).toBe(false);
  slow.resolve(new Response("jpeg"));
  await vi.waitFor(() => expect(isDrawn()).toBe(true));
});
