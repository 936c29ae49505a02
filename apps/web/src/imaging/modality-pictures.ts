import type { ValueTable } from "@consilium/interchange/tables";
import { type Types, utilities } from "@cornerstonejs/core";
import { wadors } from "@cornerstonejs/dicom-image-loader";
import { numbersAt, readDatasets } from "./dicom-json.ts";
import { lookedUp, modalityTable, rangeOf } from "./grey-table.ts";

/** Pictures come as they are stored: a modality's table Cornerstone does not read. */
export const withModalityTable =
  (loadImage: Types.ImageLoaderFn): Types.ImageLoaderFn =>
  (imageId, options) => {
    const load = loadImage(imageId, options);
    const [dataset] = readDatasets([wadors.metaDataManager.get(imageId)]) ?? [];
    const table = dataset && modalityTable(dataset);
    if (!table) return load;
    const isWindowed = numbersAt(dataset, "00281050").length > 0;
    return { ...load, promise: load.promise.then((image) => inModality(image, table, isWindowed)) };
  };

/** The same picture with the values that the table gives for those that were stored. */
function inModality(image: Types.IImage, table: ValueTable, isWindowed: boolean): Types.IImage {
  if (image.color) return image;
  const { width, height } = image;
  const values = lookedUp(image.getPixelData(), table);
  const [least, most] = rangeOf(values);
  return {
    ...image,
    dataType: "Uint16Array",
    getPixelData: () => values,
    voxelManager: utilities.VoxelManager.createImageVoxelManager({ width, height, scalarData: values }),
    minPixelValue: least,
    maxPixelValue: most,
    slope: 1,
    intercept: 0,
    sizeInBytes: values.byteLength,
    // Else it is that of the stored values.
    ...(!isWindowed && utilities.windowLevel.toWindowLevel(least, most)),
  };
}
