import { cache, type Types } from "@cornerstonejs/core";
import { wadors } from "@cornerstonejs/dicom-image-loader";
import { expect, test, vi } from "vitest";
import { forgetPictures, registerMetadata } from "./cornerstone.ts";
import { endQuietly } from "./late-pictures.ts";
import { ctSlice, frameOf } from "./testing-frames.ts";

const isKnown = (imageId: string): boolean => Boolean(wadors.metaDataManager.get(imageId));

function beginLoad(at: number) {
  const frame = frameOf(ctSlice(at));
  registerMetadata(ctSlice(at), [frame]);
  const load = Promise.withResolvers<Types.IImage>();
  // The failure of the load is what the test is about.
  cache.putImageLoadObject(frame.imageId, { promise: load.promise }).catch(() => undefined);
  return { imageId: frame.imageId, load };
}

const imageOf = (imageId: string): Types.IImage =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The cache reads nothing else of it.
  ({ imageId, sizeInBytes: 8, width: 2, height: 2 }) as Types.IImage;

test("a picture that is still on its way when its study is left can be decoded; then it is forgotten", async () => {
  const { imageId, load } = beginLoad(1);
  forgetPictures();
  expect(isKnown(imageId)).toBe(true);
  load.reject(new Error("It came too late"));
  await vi.waitFor(() => expect(isKnown(imageId)).toBe(false));
  expect(cache.getImageLoadObject(imageId)).toBeUndefined();
});

test("one that comes after its study was left finds its place, of whose loss Cornerstone complains, and is forgotten", async () => {
  const { imageId, load } = beginLoad(5);
  forgetPictures();
  expect(cache.getImageLoadObject(imageId)).toBeDefined();
  load.resolve(imageOf(imageId));
  await vi.waitFor(() => expect(isKnown(imageId)).toBe(false));
  expect(cache.getImageLoadObject(imageId)).toBeUndefined();
});

test("one of a study that was opened again meanwhile is there, and stays until that is left", async () => {
  const { imageId, load } = beginLoad(6);
  forgetPictures();
  registerMetadata(ctSlice(6), [frameOf(ctSlice(6))]);
  load.resolve(imageOf(imageId));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(cache.isLoaded(imageId)).toBe(true);
  forgetPictures();
  expect(cache.getImageLoadObject(imageId)).toBeUndefined();
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
