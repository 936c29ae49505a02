import type { Plugin } from "vite";

/**
 * What the viewer and Cornerstone's loader of pictures take from its core: the cache, the queues of requests, metadata, workers.
 * The whole index brings vtk and every kind of viewport with it (2 MB), because the loader takes a name out of `utilities` while it is
 * loaded, which keeps all of that. An import of a name that is not here fails the build; what the loader reads of `utilities` was
 * looked up in its text.
 */
const index = `
import * as Enums from "./enums/index.js";
import * as imageLoader from "./loaders/imageLoader.js";
import * as metaData from "./metaData.js";
import * as windowLevel from "./utilities/windowLevel.js";
import ProgressiveIterator from "./utilities/ProgressiveIterator.js";
import isVideoTransferSyntax from "./utilities/isVideoTransferSyntax.js";
import VoxelManager from "./utilities/VoxelManager.js";
import { getWasmBasePath, setWasmBasePath } from "./utilities/wasmBasePath.js";
const utilities = {
  getWasmBasePath,
  isVideoTransferSyntax,
  ProgressiveIterator,
  setWasmBasePath,
  VoxelManager,
  windowLevel,
};
// Ours draws any number; asked of Cornerstone, it would try what the graphics card can.
const canRenderFloatTextures = () => true;
export { canRenderFloatTextures, Enums, imageLoader, metaData, utilities };
export { default as cache } from "./cache/cache.js";
export { default as eventTarget } from "./eventTarget.js";
export { default as imageLoadPoolManager } from "./requestPool/imageLoadPoolManager.js";
export { default as imageRetrievalPoolManager } from "./requestPool/imageRetrievalPoolManager.js";
export { default as triggerEvent } from "./utilities/triggerEvent.js";
export { getWebWorkerManager } from "./init.js";
export { registerImageLoader } from "./loaders/imageLoader.js";
`;

/** In what is built, Cornerstone's core has a short index. */
export function cornerstoneParts(): Plugin {
  return {
    name: "cornerstone-parts",
    apply: "build",
    enforce: "pre",
    load: {
      filter: { id: /@cornerstonejs\/core\/dist\/esm\/index\.js$/ },
      handler: () => ({ code: index, moduleSideEffects: false }),
    },
  };
}
