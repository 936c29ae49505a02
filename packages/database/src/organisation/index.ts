export { coordinatorsOf } from "./coordinators.ts";
export {
  holdContentOf,
  insertContent,
  newestContent,
  newestContentOf,
  type OrganisationContentKind,
} from "./organisation-content.ts";
export { insertMemberships, insertOrganisation } from "./organisations.ts";
