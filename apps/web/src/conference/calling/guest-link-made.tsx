import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { TextField } from "../../design/text-field.tsx";

export interface MadeLink {
  readonly link: string;
  readonly name: string;
  /** Null: nobody was sent it. */
  readonly email: string | null;
}

export interface GuestLinkMadeProps {
  readonly made: MadeLink;
  readonly onClose: () => void;
}

/** Shown once: the server keeps nothing from which it could be told again. */
export function GuestLinkMade({ made: { link, name, email }, onClose }: GuestLinkMadeProps) {
  const t = useTranslations("conferences.guest");
  const [isCopied, setCopied] = useState(false);
  // A link that is in no mail is lost unless it is copied.
  const isToCopy = email === null && !isCopied;
  return (
    <div className="conference-form">
      <p>{email === null ? t("madeHand", { name }) : t("madeSent", { email })}</p>
      <TextField
        label={t("link")}
        readOnly
        translate="no"
        value={link}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div className="dialog-actions">
        <Button
          look={isToCopy ? "filled" : "plain"}
          onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
        >
          {isCopied ? t("copied") : t("copy")}
        </Button>
        <Button look={isToCopy ? "plain" : "filled"} onClick={onClose}>
          {t("close")}
        </Button>
      </div>
    </div>
  );
}
