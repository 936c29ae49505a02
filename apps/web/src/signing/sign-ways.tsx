import { IconSignature } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";

export interface SignWaysProps {
  /** Why it cannot be signed yet. */
  readonly off: string | undefined;
  readonly isPending: boolean;
  readonly onClose: () => void;
}

/** Write on, or sign. */
export function SignWays({ off, isPending, onClose }: SignWaysProps) {
  const t = useTranslations("signing");
  return (
    <div className="dialog-actions">
      <Button onClick={onClose}>{t("keepWriting")}</Button>
      <Button
        type="submit"
        look="filled"
        icon={<IconSignature size="1.125rem" stroke={1.75} aria-hidden />}
        offReason={off}
      >
        {isPending ? t("signing") : t("sign")}
      </Button>
    </div>
  );
}
