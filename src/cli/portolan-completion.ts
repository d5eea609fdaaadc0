/** What bash, zsh and fish need to complete the options and commands of `portolan`. */
import { COMMANDS, type ManualOption, PARTS, SHELLS } from './portolan-manual.ts';

type Shell = (typeof SHELLS)[number];

const OPTIONS = PARTS.flatMap(({ options }) => options);
const COMMAND_NAMES = COMMANDS.map(([name]) => name);

export const isShell = (text: string | undefined): text is Shell =>
  SHELLS.some((shell) => shell === text);

export const completionFor = (shell: Shell): string => ({ bash, zsh, fish })[shell]();

function bash(): string {
  const names = OPTIONS.flatMap(({ name, short }) => [
    `--${name}`,
    ...(short ? [`-${short}`] : []),
  ]);
  const ofValues = OPTIONS.filter(({ values }) => values).map(
    ({ name, values = [] }) => `    --${name}) words='${values.join(' ')}' ;;`,
  );
  const free = OPTIONS.filter(({ name, value, values }) => value && !values && name !== 'scan');
  return `# portolan completion bash > ~/.local/share/bash-completion/completions/portolan
_portolan() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words
  case "$before" in
    --scan) COMPREPLY=($(compgen -f -- "$word")); return ;;
${ofValues.join('\n')}
    ${free.map(({ name }) => `--${name}`).join('|')}) return ;;
    completion) words='${SHELLS.join(' ')}' ;;
    *) words='${[...names, ...COMMAND_NAMES].join(' ')}' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -F _portolan portolan`;
}

function zsh(): string {
  return `#compdef portolan
# portolan completion zsh > a folder of $fpath, as _portolan
_arguments \\
${OPTIONS.flatMap(zshLines).join(' \\\n')} \\
  '1:command or port:(${COMMAND_NAMES.join(' ')})' \\
  '2:shell or port:(${SHELLS.join(' ')})'`;
}

function zshLines({ name, short, text, value, values }: ManualOption): string[] {
  const choice = values ? `(${values.join(' ')})` : name === 'scan' ? '_files' : ' ';
  const taken = value ? `:${value}:${choice}` : '';
  const told = `[${text.replaceAll(/[[\]:]/g, '\\$&')}]${taken}`;
  return [`--${name}`, ...(short ? [`-${short}`] : [])].map((flag) => `  '${flag}${told}'`);
}

function fish(): string {
  const commands = COMMANDS.map(
    ([name, text]) => `complete -c portolan -n __fish_is_first_arg -a ${name} -d '${text}'`,
  );
  return [
    '# portolan completion fish > ~/.config/fish/completions/portolan.fish',
    'complete -c portolan -f',
    ...commands,
    `complete -c portolan -n '__fish_seen_subcommand_from completion' -a '${SHELLS.join(' ')}'`,
    ...OPTIONS.map(fishLine),
  ].join('\n');
}

function fishLine({ name, short, text, value, values }: ManualOption): string {
  const taken = value ? (name === 'scan' ? ' -r -F' : ' -x') : '';
  const choice = values ? ` -a '${values.join(' ')}'` : '';
  return `complete -c portolan -l ${name}${short ? ` -s ${short}` : ''}${taken}${choice} -d '${text}'`;
}
