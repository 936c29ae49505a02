import { useTranslations } from "use-intl";
import { useContent } from "./content-context.ts";
import { ListItem } from "./list-item.tsx";
import { PartFrame } from "./part-frame.tsx";
import { specialtiesWith } from "./specialties.ts";

/** `/programme/lists`: which records the cases of each specialty are asked for. */
export function ListsPart() {
  const t = useTranslations("programme.lists");
  const { lists } = useContent().content;
  return (
    <PartFrame lede={t("lede")}>
      <ul className="programme-list">
        {specialtiesWith(lists.map(({ specialty }) => specialty)).map((specialty) => (
          <ListItem key={specialty} specialty={specialty} />
        ))}
      </ul>
    </PartFrame>
  );
}
