import {
  formats,
  type Language,
  languageTag,
  languages,
  type Messages,
  writingDirection,
} from "@consilium/language";
import { DirectionProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { type IntlError, IntlProvider } from "use-intl";

const key = "consilium-language";

/** Kept on this device; English without a choice. */
export function chosenLanguage(): Language {
  const kept = localStorage.getItem(key);
  return languages.find((language) => language === kept) ?? "en";
}

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

export interface LanguageProviderProps {
  readonly language: Language;
  readonly messages: Messages;
  /** IANA; of this device without it. */
  readonly zone?: string;
  /** Only in tests: the time stands still. */
  readonly now?: Date;
  readonly children: ReactNode;
}

export function LanguageProvider({
  language,
  messages,
  zone = timeZone,
  now,
  children,
}: LanguageProviderProps) {
  return (
    <IntlProvider
      locale={languageTag(language)}
      messages={messages}
      formats={formats}
      timeZone={zone}
      {...(now && { now })}
      onError={report}
    >
      <DirectionProvider initialDirection={writingDirection(language)} detectDirection={false}>
        {children}
      </DirectionProvider>
    </IntlProvider>
  );
}

/** A missing message fails every test and stays a visible key in production, rather than a page that does not open. */
function report(error: IntlError) {
  if (import.meta.env.DEV) throw error;
  console.error(error.message);
}

/** Before the first paint, so that nothing turns round. */
export function setPageLanguage(language: Language): void {
  document.documentElement.lang = languageTag(language);
  document.documentElement.dir = writingDirection(language);
}
