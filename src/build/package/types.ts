/**
 * The types of the package, by the TypeScript compiler: the functions as they are declared, and the
 * shapes that come from schemas written out, so that the package needs neither our sources nor zod.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../base/folders.ts';

const API = join(ROOT, 'src/package/api.ts');
const VIRTUAL = join(ROOT, 'src/package/virtual.d.ts');
const TERMINAL = join(ROOT, 'src/cli/portolan.ts');

/** What Node 20 has. */
const LIBRARIES = ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'];
/** 'Do you need to change your target library?' */
const NEWER_LIBRARY = 2550;
/** The bundle brings it along: src/package/group-by.ts. */
const BROUGHT_ALONG = /'groupBy' does not exist on type 'MapConstructor'/;

export interface PackageTypes {
  declarations: string;
  /** What files of the bundle use that the oldest Node does not have, a line each. */
  tooNew: string[];
}

/** `bundled` are the files of the bundle, by their path in the project. */
export function packageTypes(bundled: readonly string[]): PackageTypes {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  );
  const program = ts.createProgram([API, VIRTUAL, TERMINAL], {
    ...options,
    lib: LIBRARIES,
    checkJs: false,
    noEmit: true,
  });
  const files = new Set(bundled.map((path) => join(ROOT, path)));
  const tooNew = program
    .getSourceFiles()
    .filter(({ fileName }) => files.has(join(fileName)) && !fileName.includes('node_modules'))
    .flatMap((file) => program.getSemanticDiagnostics(file))
    .filter(({ code }) => code === NEWER_LIBRARY)
    .map(lineOf)
    .filter((line) => !BROUGHT_ALONG.test(line));
  return { declarations: declarationsOf(program), tooNew };
}

function lineOf({ file, messageText, start = 0 }: ts.Diagnostic): string {
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
  return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}

/** Of each thing that the functions' file exports, with the comment above it. */
function declarationsOf(program: ts.Program): string {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(API);
  if (!source) throw new Error(`${API} is not in the program`);
  return source.statements
    .filter((node) => isExported(node))
    .map((node) => commentOf(node, source) + declarationOf(node, source, checker))
    .join('\n');
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function commentOf(node: ts.Node, source: ts.SourceFile): string {
  const [range] = (ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []).slice(-1);
  return range ? `${source.text.slice(range.pos, range.end)}\n` : '';
}

function declarationOf(node: ts.Node, source: ts.SourceFile, checker: ts.TypeChecker): string {
  if (ts.isTypeAliasDeclaration(node))
    return `export type ${node.name.text} = ${writtenOut(node.name, checker)};\n`;
  if (ts.isInterfaceDeclaration(node)) return interfaceOf(node, source, checker);
  if (ts.isFunctionDeclaration(node) && node.name && node.type)
    return `export declare function ${node.name.text}(${parametersOf(node)}): ${node.type.getText()};\n`;
  throw new Error(`src/package/api.ts exports what types.ts cannot declare: ${node.getText()}`);
}

const WHOLE =
  ts.NodeBuilderFlags.NoTruncation |
  ts.NodeBuilderFlags.InTypeAlias |
  ts.NodeBuilderFlags.MultilineObjectLiterals |
  ts.NodeBuilderFlags.UseSingleQuotesForStringLiteralType;

/** The type without any name of ours in it. */
function writtenOut(node: ts.Node, checker: ts.TypeChecker): string {
  const type = checker.typeToTypeNode(checker.getTypeAtLocation(node), undefined, WHOLE);
  if (!type) throw new Error(`${node.getText()} has no type that can be written`);
  return ts.createPrinter().printNode(ts.EmitHint.Unspecified, type, node.getSourceFile());
}

/** A parameter with a default is optional. */
const parametersOf = ({ parameters }: ts.FunctionDeclaration): string =>
  parameters
    .map(({ initializer, name, type }) => {
      const called = ts.isIdentifier(name) ? name.text : 'options';
      return `${called}${initializer ? '?' : ''}: ${type?.getText()}`;
    })
    .join(', ');

/** An interface as it stands, with the types of our other files in place of their names. */
function interfaceOf(
  node: ts.InterfaceDeclaration,
  source: ts.SourceFile,
  checker: ts.TypeChecker,
): string {
  const lines = node.members.map((member) => {
    if (!ts.isPropertySignature(member) || !member.type)
      throw new Error(`types.ts cannot declare ${member.getText()}`);
    const comment = commentOf(member, source).trimEnd();
    const optional = member.questionToken ? '?' : '';
    const line = `${member.name.getText()}${optional}: ${memberType(member, checker)};`;
    return comment === '' ? `  ${line}` : `  ${comment}\n  ${line}`;
  });
  return `export interface ${node.name.text} {\n${lines.join('\n')}\n}\n`;
}

const NAMED = /\b[A-Z]\w+/;

const memberType = (member: ts.PropertySignature, checker: ts.TypeChecker): string => {
  const own = member.type?.getText() ?? '';
  return NAMED.test(own) ? writtenOut(member, checker) : own;
};
