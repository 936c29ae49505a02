/** FHIR knows a time only with its offset: without one, the day. */
export const fhirDate = (date: string): string =>
  /T.*(?:Z|[+-]\d\d:\d\d)$/.test(date) ? withSeconds(date) : date.slice(0, 10);

const withSeconds = (date: string): string => date.replace(/T(\d\d:\d\d)(?=Z|[+-])/, "T$1:00");
