import { cache } from "@cornerstonejs/core";
import { wadors } from "@cornerstonejs/dicom-image-loader";
import { expect, test, vi } from "vitest";
import { forgetPictures, registerMetadata } from "./cornerstone.ts";
import { endQuietly } from "./late-pictures.ts";
import { ctSlice, frameOf } from "./testing-frames.ts";

const isKnown = (imageId: string): boolean => Boolean(wadors.metaDataManager.get(imageId));

function beginLoad(at: number) {
  const frame = frameOf(ctSlice(at));
  registerMetadata(ctSlice(at), [frame]);
  const load = Promise.withResolvers<never>();
  // The failure of the load is what the test is about.
  cache.putImageLoadObject(frame.imageId, { promise: load.promise }).catch(() => undefined);
  return { imageId: frame.imageId, load };
}

test("a picture that is still on its way when its study is left can be decoded; then it is forgotten", async () => {
  const { imageId, load } = beginLoad(1);
  forgetPictures();
  expect(isKnown(imageId)).toBe(true);
  expect(cache.getImageLoadObject(imageId)).toBeUndefined();
  load.reject(new Error("It came too late"));
  await vi.waitFor(() => expect(isKnown(imageId)).toBe(false));
});

test("a study without pictures on their way is forgotten at once", () => {
  const frame = frameOf(ctSlice(2));
  registerMetadata(ctSlice(2), [frame]);
  forgetPictures();
  expect(isKnown(frame.imageId)).toBe(false);
});

test("a late picture takes nothing from the study that was opened meanwhile", async () => {
  const { load } = beginLoad(3);
  forgetPictures();
  const next = frameOf(ctSlice(4));
  registerMetadata(ctSlice(4), [next]);
  load.reject(new Error("It came too late"));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isKnown(next.imageId)).toBe(true);
  forgetPictures();
  expect(isKnown(next.imageId)).toBe(false);
});

/** As the browser tells a page that nobody has caught a failure. */
function throwIntoPage(reason: unknown): Event {
  const event = Object.assign(new Event("unhandledrejection", { cancelable: true }), { reason });
  window.dispatchEvent(event);
  return event;
}

test("only the failures of late loads are kept from the page, and only while there are any", async () => {
  const late = Promise.withResolvers<never>();
  const other = Promise.withResolvers<never>();
  const done = vi.fn<() => void>();
  endQuietly([late.promise, other.promise], done);
  const failure = new Error("It came too late");
  late.reject(failure);
  await Promise.resolve();
  await Promise.resolve();
  expect(throwIntoPage(failure).defaultPrevented).toBe(true);
  expect(throwIntoPage(new Error("Something else")).defaultPrevented).toBe(false);
  expect(done).not.toHaveBeenCalled();
  other.reject(failure);
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(throwIntoPage(failure).defaultPrevented).toBe(false);
});
