import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";

export interface ToldCode {
  readonly code: string;
  /** Of whom it is told to. */
  readonly name: string;
}

const Telling = createContext<(told: ToldCode) => void>(() => undefined);

/** Shows a code that the server has just made. It is told once, so it outlives the place that it was asked for at. */
export const useTellCode = () => useContext(Telling);

export function ToldCodes({ children }: { readonly children: ReactNode }) {
  const [told, setTold] = useState<ToldCode>();
  return (
    <Telling value={useMemo(() => setTold, [])}>
      {children}
      {told && <CodeDialog told={told} onClose={() => setTold(undefined)} />}
    </Telling>
  );
}

interface CodeDialogProps {
  readonly told: ToldCode;
  readonly onClose: () => void;
}

function CodeDialog({ told: { code, name }, onClose }: CodeDialogProps) {
  const t = useTranslations("inventory");
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("codeTitle")}
      actions={
        <Button look="filled" onClick={onClose}>
          {t("codeDone")}
        </Button>
      }
    >
      <p>{t("codeText", { name })}</p>
      <p className="ask-code-digits num">{code}</p>
      <p className="ask-why">{t("codeName")}</p>
      <p className="ask-why">{t("codeOnce")}</p>
    </Dialog>
  );
}
