import { IconArrowDown, IconArrowUp, IconCamera, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Glyph } from "../design/glyph.tsx";
import { TextField } from "../design/text-field.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import type { CaseDeliveries } from "./case-deliveries.ts";
import { FileButton } from "./choose-files.tsx";
import type { Photo, PhotoTray } from "./photo-tray.ts";

export const usePhotos = ({ photos: { photos } }: CaseDeliveries): readonly Photo[] =>
  useSyncExternalStore(photos.subscribe, photos.getSnapshot);

/** Photographs before they are sent: each is looked at, taken again, removed, moved. */
export function PhotoReview({ deliveries }: { readonly deliveries: CaseDeliveries }) {
  const t = useTranslations("delivery");
  const tray = deliveries.photos;
  const photos = usePhotos(deliveries);
  if (photos.length === 0) return null;
  return (
    <section className="upload-section">
      <h2>{t("photos", { count: photos.length })}</h2>
      <ol className="upload-photos">
        {photos.map((photo, at) => (
          <Page key={photo.id} photo={photo} page={at + 1} isLast={at === photos.length - 1} tray={tray} />
        ))}
      </ol>
      {photos.some(({ advice }) => advice !== undefined) && <p className="upload-quiet">{t("adviceOnly")}</p>}
      <FileButton
        size="wide"
        icon={<IconCamera size="1.25rem" stroke={1.75} aria-hidden />}
        camera
        onChosen={(files) => void tray.add(files)}
      >
        {t("another")}
      </FileButton>
      <SendPages deliveries={deliveries} count={photos.length} />
    </section>
  );
}

/** What the pages are becomes the name of their folder. */
function SendPages({ deliveries, count }: { readonly deliveries: CaseDeliveries; readonly count: number }) {
  const t = useTranslations("delivery");
  const [name, setName] = useState("");
  const send = () => {
    // A slash would make folders of it.
    const folder = name.replaceAll(/[/\\]/g, " ").trim() || t("photosFolder");
    const digits = String(count).length;
    const nameOf = (page: number) => t("pageFile", { page: String(page).padStart(digits, "0") });
    void deliveries.add(deliveries.photos.take(folder, nameOf));
  };
  return (
    <>
      <TextField
        isLarge
        label={t("photosName")}
        hint={t("photosNameHint")}
        maxLength={80}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button look="filled" size="wide" onClick={send}>
        {t("sendPages", { count })}
      </Button>
    </>
  );
}

interface PageProps {
  readonly photo: Photo;
  readonly page: number;
  readonly isLast: boolean;
  readonly tray: PhotoTray;
}

function Page({ photo, page, isLast, tray }: PageProps) {
  const t = useTranslations("delivery");
  const [isUnseen, setUnseen] = useState(false);
  const { address, advice } = photo;
  return (
    <li>
      {isUnseen ? (
        <span className="upload-photo-unseen">{t("pageUnseen")}</span>
      ) : (
        <img src={address} alt={t("page", { page })} onError={() => setUnseen(true)} />
      )}
      <div>
        <b>{t("page", { page })}</b>
        <PageTools photo={photo} page={page} isLast={isLast} tray={tray} />
      </div>
      {advice && (
        <output className="upload-advice">
          <Glyph name="advice" size={18} />
          {t(`advice.${advice}`, { page })}
        </output>
      )}
    </li>
  );
}

const unseen = (words: ReactNode) => <span className="visually-hidden">{words}</span>;

function PageTools({ photo: { id }, page, isLast, tray }: PageProps) {
  const t = useTranslations("delivery");
  const icon = { size: "1.25rem", stroke: 1.75, "aria-hidden": true } as const;
  return (
    <div className="upload-photo-tools">
      <FileButton size="small" camera onChosen={([file]) => file && void tray.replace(id, file)}>
        {t.rich("retake", { page, unseen })}
      </FileButton>
      <ToolbarButton
        icon={<IconArrowUp {...icon} />}
        label={t("pageUp", { page })}
        disabled={page === 1}
        onClick={() => tray.move(id, -1)}
      />
      <ToolbarButton
        icon={<IconArrowDown {...icon} />}
        label={t("pageDown", { page })}
        disabled={isLast}
        onClick={() => tray.move(id, 1)}
      />
      <ToolbarButton
        icon={<IconTrash {...icon} />}
        label={t("removePage", { page })}
        onClick={() => tray.remove(id)}
      />
    </div>
  );
}
