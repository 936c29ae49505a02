/** A Map: the template and the version that each section of an opinion was begun with. */
export const templatesRoot = "templates";
