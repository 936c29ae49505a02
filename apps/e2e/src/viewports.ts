/** A clinician's screen. */
export const desk = { viewport: { width: 1440, height: 900 } } as const;
export const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
