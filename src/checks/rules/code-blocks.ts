/**
 * A reader copies a command: it stands in a block of its own, which says what it is, and holds
 * nothing to take out first.
 */
import type { Code, InlineCode, Nodes } from 'mdast';
import { lineOf } from '../body.ts';
import type { Problem, Rule } from '../rule.ts';

/** 'text' is for what a program answers. */
const LANGUAGES = ['sh', 'powershell', 'ini', 'yaml', 'json', 'c', 'js', 'python', 'text'];

/**
 * '$ ', '> ', 'PS C:\\>', '#' before a command of root: what the terminal writes. A '#' may also
 * begin a remark, so only '$' and '>' are certain.
 */
const PROMPT = /^(?:\$|>|PS [^>]*>|[A-Z]:\\[^>]*>)\s/;

/** Longer than this, a command is one to copy, and no mere name of it. */
const SPAN = 44;
const SUDO_WORDS = 4;

export const codeBlocks: Rule = {
  name: 'code-blocks',
  description: 'long commands stand in code blocks, each with its language and without a prompt',
  check({ kind, body: { tree } }) {
    if (!tree) return [];
    return [...walkText(tree)].flatMap((node) => {
      if (node.type === 'code') return problemsOf(node);
      // A port's page has its commands in `checks`; what its story quotes is seldom meant to be run.
      return kind === 'guide' && node.type === 'inlineCode' && isCommand(node)
        ? [tooLong(node)]
        : [];
    });
  },
};

function problemsOf(block: Code): Problem[] {
  const line = lineOf(block);
  const problems: Problem[] = [];
  if (!LANGUAGES.includes(block.lang ?? '')) {
    const wrong = block.lang
      ? `a code block in '${block.lang}'`
      : 'a code block without a language';
    problems.push({ line, wrong, right: `write one of ${LANGUAGES.join(', ')} behind the \`\`\`` });
  }
  const lines = block.lang === 'text' ? [] : block.value.split('\n');
  const prompted = lines.findIndex((text) => PROMPT.test(text));
  if (prompted >= 0) {
    problems.push({
      line: line + 1 + prompted,
      wrong: 'the command begins with a prompt',
      right: 'take it out: it would be copied too',
    });
  }
  return problems;
}

/** A program's name and an option; a message of a program has no such thing. */
const COMMAND = /^[a-z][\w.-]*\s.*(?<=\s)-{1,2}[a-z]/;

function isCommand({ value }: InlineCode): boolean {
  if (value.startsWith('sudo ')) return value.split(/\s+/).length > SUDO_WORDS;
  return value.length > SPAN && COMMAND.test(value);
}

/** All but tables, which have no room for a block. */
function* walkText(node: Nodes): Generator<Nodes> {
  if (node.type === 'table') return;
  yield node;
  if ('children' in node) for (const child of node.children) yield* walkText(child);
}

function tooLong(span: InlineCode): Problem {
  const shown = span.value.length > SPAN ? `${span.value.slice(0, SPAN - 1)}…` : span.value;
  return {
    line: lineOf(span),
    wrong: `\`${shown}\` is too long for a line of text`,
    right: 'put it into a code block, from which it can be copied',
  };
}
