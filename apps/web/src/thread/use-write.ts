import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Written } from "./own-layers.ts";

/** One attempt at writing at a time; what was refused is said and the words stay in the field. */
export function useWrite(onWritten: (id: string) => void) {
  const t = useTranslations("annotation");
  const [error, setError] = useState<string>();
  const [isWriting, setWriting] = useState(false);
  const attempt = async (write: () => Promise<Written>) => {
    if (isWriting) return;
    setWriting(true);
    const written = await write();
    setWriting(false);
    setError(written.ok ? undefined : t(`refusal.${written.reason}`));
    if (written.ok) onWritten(written.value);
  };
  return { error, isWriting, attempt: (write: () => Promise<Written>) => void attempt(write) };
}
