import type { Types } from "@cornerstonejs/core";
import { wadors } from "@cornerstonejs/dicom-image-loader";
import { numbersAt, readDatasets } from "./dicom-json.ts";
import { lookedUp, modalityTable } from "./grey-table.ts";
import { withValues } from "./image-values.ts";
import { valueBits, withoutOtherBits } from "./value-bits.ts";

/** Pictures come as they are stored: bits that are no value, and a modality's table, Cornerstone leaves as they are. */
export const inModality =
  (loadImage: Types.ImageLoaderFn): Types.ImageLoaderFn =>
  (imageId, options) => {
    const load = loadImage(imageId, options);
    const [dataset] = readDatasets([wadors.metaDataManager.get(imageId)]) ?? [];
    if (!dataset) return load;
    const [bits, table] = [valueBits(dataset), modalityTable(dataset)];
    if (bits === undefined && !table) return load;
    const isWindowed = numbersAt(dataset, "00281050").length > 0;
    const toModality = (image: Types.IImage) => {
      if (image.color) return image;
      const plain = bits === undefined ? image : withValues(image, withoutOtherBits(image, bits), isWindowed);
      if (!table) return plain;
      const values = lookedUp(plain.getPixelData(), table);
      return withValues(plain, { values, dataType: "Uint16Array", slope: 1, intercept: 0 }, isWindowed);
    };
    return { ...load, promise: load.promise.then(toModality) };
  };
