import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useDocument } from "../case/use-document.ts";
import { EmptyState } from "../design/empty-state.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { BareDesk } from "./bare-desk.tsx";
import { TextDesk } from "./text-desk.tsx";
import type { TextKind } from "./text-routes.ts";

export interface LiveTextProps {
  /** The document's. */
  readonly name: string;
  readonly kind: TextKind;
  /** As the address names it. */
  readonly section: string;
  readonly banner?: ReactNode;
  readonly action?: ReactNode;
}

/** A live document as a text on the desk. Nothing of it is shown before all of it is here. */
export function LiveText({ name, kind, section, banner, action }: LiveTextProps) {
  const t = useTranslations();
  const state = useDocument(name);
  const title = t(`workspace.text.${kind}`);
  if (state.phase === "ended") {
    return (
      <BareDesk title={title}>
        <EmptyState level={1} title={t("opinion.endedTitle")}>
          <p>{t("opinion.endedText")}</p>
        </EmptyState>
      </BareDesk>
    );
  }
  if (state.phase === "opening" || !state.synced) {
    return (
      <BareDesk title={title}>
        <PageOnItsWay title={title} lines={[22, 94, 97, 90, 61, 24, 96, 92, 48]} />
      </BareDesk>
    );
  }
  return (
    <TextDesk
      bound={state}
      state={state}
      name={name}
      kind={kind}
      section={section}
      isEditable={state.mayWrite}
      banner={banner}
      action={action}
    />
  );
}
