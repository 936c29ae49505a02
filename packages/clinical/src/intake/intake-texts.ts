import consentText from "./content/consent.en.json" with { type: "json" };
import safetyText from "./content/not-an-emergency.en.json" with { type: "json" };

/** Which text, in which version, somebody had before them. */
export interface TextVersion {
  readonly id: string;
  readonly version: number;
}

export type SafetyText = typeof safetyText;
export type ConsentText = typeof consentText;

/** The texts in force. What changes their meaning raises the version in the file; who answered keeps the version they read. */
export const intakeTexts: { readonly safety: SafetyText; readonly consent: ConsentText } = {
  safety: safetyText,
  consent: consentText,
};

export const isInForce = ({ id, version }: TextVersion, text: TextVersion): boolean =>
  id === text.id && version === text.version;

/** The number for an emergency where somebody is; undefined country: the one that works in most. */
export const emergencyNumber = (country: string | null): string =>
  safetyText.numbers.find(({ countries }) => country !== null && countries.includes(country))?.number ??
  safetyText.elsewhere;

/** What of an illness cannot wait, for those who ask about it. */
export const flagFor = (specialty: string): { readonly sign: string; readonly action: string } =>
  safetyText.flags.find(({ specialties }) => specialties.includes(specialty)) ?? safetyText.otherwise;
