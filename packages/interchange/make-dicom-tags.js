// Writes src/dicom/tags.ts: the value representation of every public tag, from the dictionary of dcmjs. To be formatted after.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { data } from "dcmjs";

// Of a choice, what PS3.5 A.1 says for implicit syntax; "xs" is signed or not as the pixels are, which the reader knows.
const settled = { ox: "OW", lt: "OW", up: "UL" };
const groups = new Map();

for (const { tag, vr } of Object.values(data.DicomMetaDictionary.nameMap)) {
  const [group, element] = [tag.slice(1, 5), tag.slice(6, 10)];
  if (group === "0000" || group === "FFFE" || vr === "na") continue;
  groups.set(group, [...(groups.get(group) ?? []), element + (settled[vr] ?? vr)]);
}

const lines = Array.from(groups, ([group, members]) => `"${group}": "${members.toSorted().join("")}",`);

writeFileSync(
  join(import.meta.dirname, "src/dicom/tags.ts"),
  `// Written by make-dicom-tags.js. Each group's elements: four digits and the two letters of the representation.
export const representations: Readonly<Record<string, string>> = {
${lines.toSorted().join("\n")}
};
`,
);
