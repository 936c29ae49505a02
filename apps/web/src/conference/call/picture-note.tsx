import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { useRoom } from "../room/live-context.ts";
import { useCall } from "./call-context.ts";
import { CallNote } from "./call-note.tsx";
import { useLasting } from "./use-lasting.ts";

/** Milliseconds that a bad line is spoken of after it was bad: what comes and goes with each count is not read. */
const lingers = 10_000;

/** Sound goes before pictures: on a bad line the person is asked. `isShort`: it stands on a picture. */
export function PictureNote({ isShort = false }: { readonly isShort?: boolean }) {
  const t = useTranslations("call");
  const { quality, arePicturesOff, turnPictures } = useCall();
  const { line } = useRoom();
  const isBad = useLasting(line === "open" && quality.line === "bad", lingers);
  if (arePicturesOff)
    return (
      <CallNote
        title={t("picturesAreOff")}
        action={
          <Button size="small" onClick={() => turnPictures(false)}>
            {t("picturesOn")}
          </Button>
        }
      />
    );
  if (line !== "open" || !isBad) return null;
  return (
    <CallNote
      title={t("badLine")}
      action={
        <Button size="small" onClick={() => turnPictures(true)}>
          {t("picturesOff")}
        </Button>
      }
    >
      {!isShort && t("badLineText")}
    </CallNote>
  );
}
