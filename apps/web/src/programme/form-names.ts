/** Under which name a form's unsaved words are kept. */
export const templateForm = (templateId: string): string => `template/${templateId}`;
export const listForm = (specialty: string): string => `list/${specialty}`;
export const safetyForm = "safety";
