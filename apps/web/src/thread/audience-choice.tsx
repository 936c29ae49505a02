import type { Audience } from "@consilium/clinical";
import { IconEyeOff } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { Segmented } from "../design/segmented.tsx";

export interface AudienceChoiceProps {
  /** The narrowest first; none or one: there is nothing to choose. */
  readonly offered: readonly Audience[];
  readonly value: Audience;
  readonly onChange: (audience: Audience) => void;
  /** What is for them, where nothing beside the choice says so. */
  readonly name?: string;
}

/** For whom words are. Only those are offered who read what is answered. */
export function AudienceChoice({ offered, value, onChange, name }: AudienceChoiceProps) {
  const t = useTranslations("annotation");
  if (offered.length < 2) return null;
  return (
    <div className="audience-choice">
      {name !== undefined && <span aria-hidden>{name}</span>}
      <Segmented
        label={name ?? t("forWhom")}
        options={offered.map((audience) => ({ value: audience, label: t(`audience.${audience}`) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}

/** Said of words that not everybody reads; nothing for those that everybody does. */
export function AudienceNote({ audience }: { readonly audience: Audience }) {
  const t = useTranslations("annotation");
  if (audience === "everyone") return null;
  return (
    <p className="audience-note">
      <IconEyeOff size="0.875rem" stroke={1.75} aria-hidden />
      {t(`aside.${audience}`)}
    </p>
  );
}
