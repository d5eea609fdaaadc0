/** Assignees of the registry that are organisations and not people, under the name that one would type. */

/** The words that end a company's name and that nobody types. */
const LEGAL =
  /[,\s]+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|l\.l\.c|plc|gmbh(?: & co\.? kg)?|ag|kg|s\.?a|s\.?l|s\.?p\.?a|b\.?v|n\.?v|a\/s|ab|oy|se|pty|pte|pvt|e\.?v|k\.?k)\.?$/i;

/** What only an organisation has in its name. */
const TELLING =
  /\b(?:systems?|software|technolog(?:y|ies)|networks?|communications?|solutions|electronics|foundation|alliance|association|university|institute|consortium|project|group|labs?|laborator(?:y|ies)|research|computers?|microsystems|international|industries|forum|organi[sz]ation|team|data|security|media|digital|online|games?|computing)\b/i;

export function organisationOf(assignee: string | undefined): string | undefined {
  if (!assignee) return undefined;
  let name = assignee.trim();
  let legal = false;
  while (LEGAL.test(name)) {
    name = name.replace(LEGAL, '');
    legal = true;
  }
  const oneWord = /^[^\s,]{2,}$/.test(name);
  return legal || oneWord || TELLING.test(name) ? name : undefined;
}
