import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";

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
  return (
    <section className="conference-form" aria-label={t("made", { name })}>
      <h3>{t("made", { name })}</h3>
      <p>{email === null ? t("madeHand", { name }) : t("madeSent", { email })}</p>
      <p className="conference-link" translate="no">
        {link}
      </p>
      <div className="dialog-actions">
        <Button onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}>
          {isCopied ? t("copied") : t("copy")}
        </Button>
        <Button look="filled" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
    </section>
  );
}
