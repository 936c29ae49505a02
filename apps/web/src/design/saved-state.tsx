import "./saved-state.css";
import { IconCheck, IconCloudOff, IconLoader2 } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Glyph } from "./glyph.tsx";

/** What the server has durably answered, nothing weaker. `reason` is a clause: "the opinion was signed". */
export type Saved =
  | { readonly state: "saving" }
  | { readonly state: "saved"; readonly at: Date }
  | { readonly state: "kept"; readonly count: number }
  | { readonly state: "in-memory"; readonly count: number }
  | { readonly state: "not-saved"; readonly reason: string };

export interface SavedStateProps {
  readonly saved: Saved;
}

/** The icon changes with the word. Only trouble is announced: "Saving" and "Saved" alternate with every key. */
export function SavedState({ saved }: SavedStateProps) {
  const t = useTranslations("saved");
  switch (saved.state) {
    case "saving":
      return <Said icon={<IconLoader2 size="1rem" stroke={1.75} aria-hidden />}>{t("saving")}</Said>;
    case "saved":
      return (
        <Said icon={<IconCheck size="1rem" stroke={1.75} aria-hidden />}>
          {t("savedAt", { at: saved.at })}
        </Said>
      );
    case "kept":
    case "in-memory":
      return (
        <Said icon={<IconCloudOff size="1rem" stroke={1.75} aria-hidden />} tone="warn">
          {t(saved.state === "kept" ? "kept" : "inMemory", { count: saved.count })}
        </Said>
      );
    case "not-saved":
      return (
        <Said icon={<Glyph name="must" />} tone="stop">
          {t("notSaved", { reason: saved.reason })}
        </Said>
      );
  }
}

interface SaidProps {
  readonly icon: ReactNode;
  readonly tone?: "warn" | "stop";
  readonly children: ReactNode;
}

function Said({ icon, tone, children }: SaidProps) {
  return (
    <span className="saved-state num" data-tone={tone} role={tone ? "status" : undefined}>
      {icon}
      <span className="saved-words">{children}</span>
    </span>
  );
}
