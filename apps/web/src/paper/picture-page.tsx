import { useTranslations } from "use-intl";
import { usePaperLook } from "./paper-context.ts";
import type { PageProps } from "./paper-pages.ts";
import { usePicture } from "./picture-shelf.ts";

/** A photograph. */
export function PicturePage({ page }: PageProps) {
  const t = useTranslations("paper");
  const { turns } = usePaperLook();
  const { address, hasFailed, fail } = usePicture(page);
  if (hasFailed) return <p className="paper-page-failed">{t("pictureFailed")}</p>;
  if (address === undefined) return null;
  return (
    <img
      className="paper-photograph"
      data-turns={turns}
      src={address}
      alt={t("picture", { page })}
      draggable={false}
      onError={fail}
    />
  );
}

export function PictureThumbnail({ page }: PageProps) {
  const { turns } = usePaperLook();
  const { address } = usePicture(page);
  if (address === undefined) return null;
  return <img className="paper-photograph" data-turns={turns} src={address} alt="" draggable={false} />;
}
