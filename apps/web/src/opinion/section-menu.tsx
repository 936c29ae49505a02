import { useWindowEvent } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "./desk-context.ts";
import { SectionNav, type SectionNavProps } from "./section-nav.tsx";

/** The list of sections where there is no room for it beside the text: behind the name of the present one. */
export function SectionMenu(props: SectionNavProps) {
  const t = useTranslations("opinion");
  const { sections, current } = useDesk();
  const [isOpen, setOpen] = useState(false);
  useWindowEvent("keydown", ({ key }) => {
    if (key === "Escape") setOpen(false);
  });
  return (
    <div className="section-menu">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t("showSections", {
          number: String(sections.indexOf(current) + 1),
          section: t(`section.${current}`),
        })}
        <IconChevronDown size="1rem" stroke={1.75} aria-hidden />
      </button>
      {isOpen && (
        <div className="section-menu-list">
          <SectionNav {...props} onChoose={() => setOpen(false)} />
        </div>
      )}
    </div>
  );
}
