/** The package as somebody has it who installed the tarball into an empty folder. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, sep } from 'node:path';
import { makePackage, type Packed } from '../../src/build/package/package.ts';

export interface Installed extends Packed {
  /** The folder of the project that uses it. */
  project: string;
  /** Where its own files are. */
  folder: string;
  remove(): void;
}

export async function installPackage(): Promise<Installed> {
  const root = mkdtempSync(join(tmpdir(), 'portolan-installed-'));
  const packed = await makePackage(root);
  const project = mkdtempSync(join(root, 'project-'));
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  const windows = process.platform === 'win32';
  const args = ['install', '--offline', '--no-audit', '--no-fund', packed.file];
  const { status, stderr } = spawnSync('npm', args, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, PATH: pathOfMachine() },
    shell: windows,
  });
  if (status !== 0) throw new Error(`npm install: ${stderr}`);
  const folder = join(project, 'node_modules', 'portolan');
  const remove = () => rmSync(root, { recursive: true, force: true });
  return { ...packed, project, folder, remove };
}

/** Without what npm puts before it: the Node that the machine has, and not the one of this project. */
const pathOfMachine = (): string =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes(`${sep}node_modules${sep}`) && folder !== '')
    .join(delimiter);

/** The machine's own Node; ours where it has none. */
export function nodeOfMachine(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const paths = pathOfMachine().split(delimiter);
  return (
    paths.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? process.execPath
  );
}
