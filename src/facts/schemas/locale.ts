/**
 * The words of one language: content/locales/de.json. Each key says for whom it is written and which
 * placeholders it must carry. Messages are ICU MessageFormat.
 */
import { z } from 'zod';
import type { LanguageHead } from '../../base/locale-files.ts';

/** A message: what it is for, and the placeholders that it must have, no more and no fewer. */
function message(description: string, ...placeholders: string[]) {
  return z.string().trim().min(1).meta({ description, placeholders });
}

const faq = z.strictObject({
  title: message('Heading above the questions on the page of a port', 'port'),
  what: z.strictObject({
    question: message('Asks what the port is', 'port'),
    used: message('Programs that use it by default, as a list of names', 'names'),
    assigned: message('It is registered for one or more services', 'port', 'services'),
    purpose: message('It is set aside for a purpose and no service is named (port 24)', 'port'),
    reserved: message('IANA holds the number back', 'port'),
    unassigned: message('Nobody has registered it', 'port'),
    withdrawn: message('It was registered once and no longer is', 'port'),
    dynamic: message('It is between 49152 and 65535, where nothing can be registered', 'port'),
    since: message('The day, month or year of the registration', 'date'),
    listed: message('How port lists call it, as a list of names', 'names'),
    unknown: message('We know of no program that uses it'),
  }),
  transport: z.strictObject({
    question: message('Asks for the transport protocol', 'port'),
    used: message('The transports that programs really use it with, as a list', 'transports'),
    registered: message('The transports that it is registered for, as a list', 'transports'),
    unstated: message('It is registered, and the registration names no transport', 'port'),
    none: message('It is not registered for any transport', 'port'),
  }),
  dangerous: z.strictObject({
    question: message('Asks whether an open port is dangerous', 'port'),
    depends: message('The number proves nothing; the program and its reach matter'),
    never: message('Exposure level: never on the internet'),
    restrict: message('Exposure level: known addresses only'),
    hardened: message('Exposure level: on the internet if kept up to date'),
    public: message('Exposure level: made for the internet'),
    backdoor: message(
      'Security tools (rkhunter, chkrootkit) list it as an old backdoor port',
      'tools',
      'count',
    ),
    nothing: message('We have no security reports', 'port'),
    reported: message('We have security reports, in the section Security of the page', 'port'),
  }),
  find: z.strictObject({
    question: message('Asks how to find the process', 'port'),
    windows: message('Introduces a command for Windows PowerShell; ends with a colon'),
    macos: message('Introduces a command for macOS; ends with a colon'),
    linux: message('Introduces a command for Linux; ends with a colon'),
    result: message('What to make of the output'),
  }),
  close: z.strictObject({
    question: message('Asks how to close it', 'port'),
    answer: message('Stop the program, or block the port'),
  }),
  use: z.strictObject({
    question: message('Asks whether one may use it for a program of one’s own', 'port'),
    good: message('Verdict: yes, and why'),
    care: message('Verdict: only with care; reasons follow as sentences'),
    avoid: message('Verdict: better not; reasons follow as sentences'),
    assigned: message('Reason: registered for these services', 'services'),
    reserved: message('Reason: reserved'),
    withdrawn: message('Reason: it had an owner once'),
    privileged: message('Reason: below 1024'),
    ephemeral: message('Reason: these systems hand it out to outgoing connections', 'systems'),
    refused: message('Reason: browsers refuse it'),
    backdoor: message('Reason: security tools watch it'),
    better: message('Names a good port near by', 'better'),
    own: message(
      'That the answer is about a published program, and on one’s own machine it is fine',
    ),
  }),
  browser: z.strictObject({
    question: message('Asks why a browser refuses it', 'port'),
    answer: message('Why browsers block ports', 'port'),
    instead: message('What to do instead', 'better'),
  }),
  label: z.strictObject({
    question: message(
      'Asks why a tool (Wireshark, firewalld) gives it another name',
      'tool',
      'port',
      'name',
    ),
    answer: message('The tool looks the number up in a list of its own', 'tool'),
    registered: message('The registered name', 'services'),
  }),
  ephemeral: z.strictObject({
    question: message('Asks why the computer uses a port that nobody registered', 'port'),
    answer: message('These systems use it for outgoing connections', 'systems'),
    listener: message('If it stays open, a program chose it'),
  }),
  withdrawn: z.strictObject({
    question: message('Asks why the registration was withdrawn', 'port'),
    reason: message('IANA gives no reason'),
    date: message('The day, month or year of the withdrawal', 'date'),
    before: message('The name it had before', 'name'),
  }),
});

const feedback = z.strictObject({
  question: message('Asks whether the page helped; a legend'),
  yes: message('Answer with a happy face'),
  partly: message('Answer with a neutral face'),
  no: message('Answer with an unhappy face'),
  reasonQuestion: message('Asks what was wrong; a legend'),
  reasons: z.strictObject({
    wrong: message('A reason'),
    outdated: message('A reason'),
    missing: message('A reason'),
    command: message('A reason'),
    unclear: message('A reason'),
    other: message('A reason'),
  }),
  note: message('Label of the text field'),
  noteHint: message('Hint below the text field'),
  left: message('How many characters are left', 'count'),
  send: message('Button'),
  thanks: message('Said when the answer has been stored'),
  later: message('Said when the reader is offline or the service busy'),
  failed: message('Said when sending failed for good'),
  correct: message('Link to the place where mistakes are reported'),
  back: message('Link from the page that says thanks back to the page of the port', 'port'),
});

/** What the browser loads to change a page's language. */
export const pageMessages = z.strictObject({
  faq,
  feedback,
  language: z.strictObject({
    label: message('Name of the language menu'),
    storyIn: message('The article itself stays English'),
  }),
});
export type PageMessages = z.infer<typeof pageMessages>;

/** The front door in this language. */
const front = z.strictObject({
  title: message('Title of the front page, for the browser’s tab and for search engines'),
  heading: message('Heading of the front page'),
  lead: message('What the site is for, to somebody who has just seen a port number'),
  search: message('Label of the search field'),
  searchButton: message('Button'),
  chart: message('Describes the picture of all ports'),
  ranges: message('Heading above the table of ranges'),
  range: message('Column heading'),
  ports: message('Column heading'),
  system: message('Name of the range 0 to 1023'),
  user: message('Name of the range 1024 to 49151'),
  dynamic: message('Name of the range 49152 to 65535'),
  assignedCount: message('Column heading: how many are assigned'),
  blocks: message('Heading above the links to the blocks'),
  faqLink: message('Link to the general questions'),
  portPagesIn: message('Says which part of a port’s page is in this language'),
  skip: message('Link for keyboard users past the masthead to the content'),
  services: message('Short link in the masthead to the list of services, A to Z'),
  changes: message('Short link in the masthead to what changed in the registry'),
  sources: message('Link in the footer to the list of sources'),
  registry: message('In the footer: whose registry, and of which day', 'date'),
  pointsOf: message('Explains the chart: a point is a port, 256 to a row, 0 at the top left'),
  statuses: z.strictObject({
    assigned: message('Status in the legend of the chart: registered for a service'),
    reserved: message('Status: IANA holds the number back'),
    unassigned: message('Status: nobody has registered it'),
    deregistered: message('Status: the registration was withdrawn'),
    neverAssigned: message('Status: no row of the registry covers it'),
    dynamic: message('Status: 49152 to 65535, cannot be registered'),
  }),
});

const COMMANDS = ['linux', 'macos', 'windows'] as const;

/** The general questions, in the same order and with the same ids in every language. */
const general = z.strictObject({
  title: message('Title and heading of the page'),
  lead: message('A sentence below the heading'),
  questions: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+$/),
        question: message('A question'),
        answer: message('Its answer, in full sentences'),
        /** The systems whose command for finding a process is shown below the answer. */
        commands: z.array(z.enum(COMMANDS)).optional(),
      }),
    )
    .min(12)
    .max(16),
});

/** The language itself. Its code is the name of the file; script and direction follow from the code. */
const language = z.strictObject({
  name: z.string().trim().min(1).meta({ description: 'Its own name for itself' }),
  thanks: z.string().trim().min(1).meta({ description: 'Whom to thank for the translation' }),
  otherCodes: z.array(z.string().regex(/^[a-z]{2,3}$/)).optional(),
  and: message('The word before the last item of a list, where browsers lack it').optional(),
}) satisfies z.ZodType<LanguageHead>;

/**
 * What the page of a port says of its record, by section and id. Which messages there are, and which
 * placeholders each must have, English says; content/locale-notes.json tells translators what each is for.
 */
const port = z.record(z.string(), z.record(z.string(), z.string().trim().min(1)));

export const localeMessages = z.strictObject({
  language,
  page: pageMessages,
  port: port.optional(),
  front,
  general,
});
export type LocaleMessages = z.infer<typeof localeMessages>;
