import type { Report } from "@consilium/report";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { ImageFigure } from "./image-figure.tsx";

export interface ReportImagesProps {
  readonly report: Report;
  /** Where each picture is, by its id; one that is still on its way is not there. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** The pictures that were signed with the text, and what could not be shown. */
export function ReportImages({ report, addresses }: ReportImagesProps) {
  const t = useTranslations("keyImage");
  const heading = useId();
  const { keyImages, imagesLeftOut = [] } = report;
  if (keyImages.length + imagesLeftOut.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t("title")}</h2>
      <div className="report-images">
        {keyImages.map((image) => (
          <ImageFigure key={image.id} image={image} address={addresses.get(image.id)} />
        ))}
      </div>
      {imagesLeftOut.map((left) => (
        <p key={left.words} className="report-quiet">
          {left.letter !== null && <b>{left.letter} </b>}
          {t("leftOutLine", left)}
        </p>
      ))}
    </section>
  );
}
