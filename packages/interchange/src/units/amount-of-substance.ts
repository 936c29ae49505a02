const prefix = "(?:Y|Z|E|P|T|G|M|k|h|da|d|c|m|u|n|p|f|a|z|y)?";
const amount = new RegExp(`^${prefix}(?:mol|eq|osm|kat|U)$`);

/**
 * Whether a UCUM code counts particles. UCUM gives the mole no dimension of its own, so that mmol/mol can be converted into % by
 * its rules: of haemoglobin A1c that would be a false number.
 */
export const countsParticles = (unit: string): boolean =>
  unit
    .replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, "")
    .split(/[./()\d+*^-]+/)
    .some((atom) => amount.test(atom));
