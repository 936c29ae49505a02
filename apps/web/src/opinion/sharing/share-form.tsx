import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { TextField } from "../../design/text-field.tsx";
import { RefusedLine } from "./refused-line.tsx";
import { type Audience, type ShareMode, useShare, useSharingPreview } from "./use-sharing.ts";

export interface ShareFormProps {
  readonly opinion: string;
  readonly audience: Audience;
}

/** A version unless somebody chooses live: nobody must learn from half a word. */
export function ShareForm({ opinion, audience }: ShareFormProps) {
  const t = useTranslations("opinion.sharing");
  const [mode, setMode] = useState<ShareMode>("version");
  const [name, setName] = useState(() => t("versionNameDefault", { audience }));
  const { data: preview } = useSharingPreview(opinion, audience);
  const { mutate, isPending, error } = useShare(opinion);
  const share = (event: FormEvent) => {
    event.preventDefault();
    mutate({ audience, mode, name: name.trim() || t("versionNameDefault", { audience }) });
  };
  return (
    <form className="share-form" onSubmit={share}>
      <Segmented
        label={t("mode")}
        options={[
          { value: "version", label: t("version") },
          { value: "live", label: t("live") },
        ]}
        value={mode}
        onChange={setMode}
      />
      <p className="sharing-note">{mode === "version" ? t("versionText") : t("liveText")}</p>
      {mode === "version" && (
        <TextField
          label={t("versionName")}
          value={name}
          maxLength={100}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
      )}
      {preview && <WhatIsSeen preview={preview} />}
      <RefusedLine error={error} />
      <div className="dialog-actions">
        <Button type="submit" look="filled" disabled={isPending || !preview}>
          {t("share")}
        </Button>
      </div>
    </form>
  );
}

interface WhatIsSeenProps {
  readonly preview: { readonly sections: number; readonly words: number; readonly comments: number };
}

function WhatIsSeen({ preview: { sections, words, comments } }: WhatIsSeenProps) {
  const t = useTranslations("opinion.sharing");
  return <output>{t("preview", { sections, words, comments })}</output>;
}
