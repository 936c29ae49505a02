import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { TextField } from "../../design/text-field.tsx";

interface AnotherDeviceProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** From the laptop to the telephone: the same address, in the same seat. */
export function AnotherDevice({ isOpen, onClose }: AnotherDeviceProps) {
  const t = useTranslations("call");
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    // A browser that gives nobody its clipboard leaves the address to be chosen by hand.
    navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("anotherTitle")}
      actions={
        <Button look="filled" onClick={copy}>
          {isCopied ? t("anotherCopied") : t("anotherCopy")}
        </Button>
      }
    >
      <p className="another-text">{t("anotherText")}</p>
      <TextField label={t("anotherAddress")} readOnly value={location.href} />
    </Dialog>
  );
}
