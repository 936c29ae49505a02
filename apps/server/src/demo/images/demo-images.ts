import type { Day } from "@consilium/foundation";
import type { DemoCase } from "../content.ts";
import type { DemoCaseName } from "../read-content.ts";
import { drawEcgStudy, drawEcho } from "./cardiology-images.ts";
import type { DemoImage } from "./demo-image.ts";
import { drawHeartCt } from "./heart-ct-images.ts";
import { type DrawnStudy, drawnStudy, uidsOf } from "./image-heading.ts";
import { drawCt } from "./oncology-images.ts";
import { drawSpineFilms, drawSpineMr } from "./spine-images.ts";

export type { DemoImage } from "./demo-image.ts";

/** The files of one study of the content. */
export interface DemoImageStudy {
  /** The imaging record's id in the content. */
  readonly recordId: string;
  readonly studyUid: string;
  readonly images: readonly DemoImage[];
}

type Drawer = (study: DrawnStudy) => readonly DemoImage[];

const drawers: Readonly<Record<DemoCaseName, Readonly<Record<string, Drawer>>>> = {
  oncology: {
    "onc-ct-may": (study) => drawCt(study, "onc-ct-may"),
    "onc-ct-nov": (study) => drawCt(study, "onc-ct-nov"),
  },
  cardiology: { "car-echo2": drawEcho, "car-ecg": drawEcgStudy, "car-ct": drawHeartCt },
  spine: { "spi-mri": drawSpineMr, "spi-xr-old": drawSpineFilms },
};

/**
 * The images of a case, each drawn only when it is asked for. Every image is a function of the content and the day
 * alone, so a worker that reads the same content may draw any of them by its path.
 */
export const drawDemoImages = (
  name: DemoCaseName,
  content: DemoCase,
  today: Day,
): readonly DemoImageStudy[] =>
  Object.entries(drawers[name]).map(([recordId, draw]) => {
    const study = drawnStudy(content, recordId, today);
    const images = draw(study);
    const [series] = study.record.series;
    if (series === undefined) throw new Error(`${recordId} has no series`);
    return { recordId, studyUid: uidsOf(study, series, 0).studyUid, images };
  });
