import "./image-figure.css";
import type { KeyImage } from "@consilium/report";

export interface ImageFigureProps {
  readonly image: Pick<KeyImage, "alt" | "caption" | "width" | "height"> & Partial<Pick<KeyImage, "letter">>;
  /** Undefined: it is on its way, and its room is kept. */
  readonly address: string | undefined;
}

/** A picture of a report, with its words. */
export function ImageFigure({ image, address }: ImageFigureProps) {
  const { alt, caption, letter = null, width, height } = image;
  return (
    <figure className="image-figure">
      {address === undefined ? (
        <div className="image-figure-place" style={{ aspectRatio: `${width} / ${height}` }} />
      ) : (
        <img src={address} alt={alt} width={width} height={height} />
      )}
      <figcaption>
        {letter !== null && <b>{letter} </b>}
        {caption}
      </figcaption>
    </figure>
  );
}
