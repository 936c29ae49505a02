import { ccda, read, section } from "./documents.ts";

export const one = (code: string, text: string, ...entries: readonly string[]) =>
  read(ccda(section(code, "Section", text, ...entries)));

interface Observed {
  readonly value?: string;
  readonly more?: string;
  readonly negated?: boolean;
  readonly time?: string;
}

export const observation = ({ value = "", more = "", negated = false, time = "" }: Observed): string =>
  `<observation classCode="OBS" moodCode="EVN"${negated ? ' negationInd="true"' : ""}><code code="ASSERTION"/><statusCode code="completed"/><effectiveTime>${time}</effectiveTime>${value}${more}</observation>`;

export const concern = (inner: string, status = "active", more = ""): string =>
  `<act classCode="ACT" moodCode="EVN"><code code="CONC"/><statusCode code="${status}"/><entryRelationship typeCode="SUBJ">${inner}</entryRelationship>${more}</act>`;

export const cd = (attributes: string, inner = ""): string =>
  `<value xsi:type="CD" ${attributes}>${inner}</value>`;
