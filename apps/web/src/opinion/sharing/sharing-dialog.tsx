import "./sharing.css";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Dialog } from "../../design/dialog.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { ShareForm } from "./share-form.tsx";
import { SharedNow } from "./shared-now.tsx";
import type { Audience } from "./use-sharing.ts";
import { Versions } from "./versions.tsx";

export interface SharingDialogProps {
  /** The opinion's id. */
  readonly opinion: string;
  readonly onClose: () => void;
}

/** With whom the draft is shared, how, what they would see; and its named versions. */
export function SharingDialog({ opinion, onClose }: SharingDialogProps) {
  const t = useTranslations("opinion.sharing");
  const { detail } = useCase();
  const [audience, setAudience] = useState<Audience>("care-team");
  const share = detail.shares.find((one) => one.opinion === opinion && one.audience === audience);
  return (
    <Dialog isOpen onClose={onClose} title={t("title")} width={34}>
      <div className="sharing">
        <Segmented
          label={t("audience")}
          options={[
            { value: "care-team", label: t("care-team") },
            { value: "patient", label: t("patient") },
          ]}
          value={audience}
          onChange={setAudience}
        />
        {share ? (
          <SharedNow opinion={opinion} share={share} />
        ) : (
          <p className="sharing-note">{t("notShared")}</p>
        )}
        <ShareForm key={audience} opinion={opinion} audience={audience} />
        <Versions opinion={opinion} />
      </div>
    </Dialog>
  );
}
