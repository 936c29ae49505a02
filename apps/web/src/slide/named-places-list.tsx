import { IconMicroscope } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { iconLook } from "../drawn/mark-icon.tsx";
import { useSlide } from "./slide-context.ts";

/** What the report says of this slide: each place is a press away. */
export function NamedPlacesList() {
  const t = useTranslations("record");
  const { named, lookAt, looked } = useSlide();
  if (named.length === 0) return null;
  return (
    <section className="slide-named" aria-label={t("places")}>
      <span>{t("places")}</span>
      {named.map((place) => (
        <Button
          key={place.id}
          size="small"
          look="quiet"
          icon={<IconMicroscope {...iconLook} />}
          aria-pressed={looked === place}
          onClick={() => lookAt(looked === place ? undefined : place)}
        >
          {place.label}
        </Button>
      ))}
    </section>
  );
}
