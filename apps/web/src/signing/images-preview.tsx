import { useId } from "react";
import { useTranslations } from "use-intl";
import { ImageFigure } from "../report/image-figure.tsx";
import { usePictures } from "../report/use-report-images.ts";
import type { SigningSheet } from "./use-signing.ts";

export interface ImagesPreviewProps extends Pick<SigningSheet, "images" | "leftOut"> {
  /** The opinion's id. */
  readonly opinion: string;
}

/** The pictures that the report will show, exactly as they will be signed, and those that it will not show. */
export function ImagesPreview({ opinion, images, leftOut }: ImagesPreviewProps) {
  const t = useTranslations("keyImage");
  const heading = useId();
  const addresses = usePictures(
    new Map(images.map(({ sha256 }) => [sha256, `/opinions/${opinion}/signing/images/${sha256}`])),
  );
  if (images.length + leftOut.length === 0) return null;
  return (
    <section className="signing-images" aria-labelledby={heading}>
      <h3 id={heading}>{t("title")}</h3>
      {images.length > 0 && <p className="signing-covers">{t("preview", { count: images.length })}</p>}
      <div className="signing-pictures">
        {images.map((image) => (
          <ImageFigure
            key={`${image.sha256}${image.caption}`}
            image={image}
            address={addresses.get(image.sha256)}
          />
        ))}
      </div>
      {leftOut.length > 0 && (
        <>
          <p className="signing-left-out">{t("leftOut")}</p>
          <ul>
            {leftOut.map((left) => (
              <li key={left.words}>{t("leftOutLine", left)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
