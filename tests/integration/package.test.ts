/** The package, installed from its tarball into an empty folder, used with the Node of the machine. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { build } from 'esbuild';
import ts from 'typescript';
import { SITE } from '../../src/base/site-address.ts';
import { manifestOf, versionOf } from '../../src/build/package/manifest.ts';
import { portJson } from '../../src/facts/schemas/port-json.ts';
import { portJson as documentOf } from '../../src/features/exports/port-json.ts';
import type { Choice, FoundPort, ScannedPort } from '../../src/package/api.ts';
import { theIndex } from '../../src/package/stored-index.ts';
import { plainText } from '../../src/words/prose/plain-text.ts';
import { type Installed, installPackage, nodeOfMachine } from '../helpers/package.ts';

let installed: Installed;
before(async () => {
  installed = await installPackage();
});
after(() => installed.remove());

/** What the program of the test of the functions prints. */
interface Found {
  postgres?: FoundPort;
  misspelled?: FoundPort;
  nothing: FoundPort[];
  few: number;
  near: Choice[];
  again: number[][];
  scan: ScannedPort[];
  date: string;
  errors: string[];
}

const node = nodeOfMachine();
const run = (...args: string[]) =>
  spawnSync(node, args, { cwd: installed.project, encoding: 'utf8', maxBuffer: 1e8 });
/** What a program in that folder prints as JSON. */
function printed(program: string): unknown {
  const { stderr, stdout } = run('--input-type=module', '--eval', program);
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

describe('the tarball', () => {
  test('is small, needs no other package and no build, and is named for the day of its facts', () => {
    assert.ok(installed.bytes < 3_000_000, `${installed.bytes} bytes`);
    const text = readFileSync(join(installed.folder, 'package.json'), 'utf8');
    const manifest: Record<string, unknown> = JSON.parse(text);
    assert.deepEqual(manifest, manifestOf(installed.version));
    for (const key of ['dependencies', 'optionalDependencies', 'scripts'])
      assert.equal(manifest[key], undefined);
    assert.equal(installed.version, versionOf(theIndex().date, 0));
  });

  test('says what changed, whose facts these are and whose code it has', () => {
    const read = (name: string) => readFileSync(join(installed.folder, name), 'utf8');
    assert.match(read('CHANGELOG.md'), /^### \d{4}-\d\d-\d\d$/m);
    for (const { name } of theIndex().sources.values())
      assert.ok(read('SOURCES.md').includes(name));
    assert.match(read('THIRD-PARTY.txt'), /^fflate .*\(MIT\)$/m);
    assert.match(read('LICENSE'), /MIT/);
  });
});

test('a version is higher than the one before it', () => {
  assert.equal(versionOf('2026-11-30', 0), '2026.1130.0');
  assert.equal(versionOf('2027-01-05', 2), '2027.105.2');
});

describe('the command', () => {
  test('is started by its name, as npx does', () => {
    const windows = process.platform === 'win32';
    const name = join('node_modules', '.bin', windows ? 'portolan.cmd' : 'portolan');
    const { status, stdout } = spawnSync(name, ['443'], {
      cwd: installed.project,
      encoding: 'utf8',
      shell: windows,
    });
    assert.equal(status, 0);
    assert.match(stdout, /^443 HTTPS/);
  });

  test('tells of a port what the site tells', () => {
    const index = theIndex();
    const { status, stderr, stdout } = run(join(installed.folder, 'portolan.js'), '443', '--long');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.equal(stdout.trimEnd(), plainText(index.port(443), index.sources).trimEnd());
  });
});

describe('the functions', () => {
  test('port gives the document of the site', () => {
    const index = theIndex();
    for (const port of [0, 443, 3330, 50_123]) {
      const found = printed(
        `import { port } from 'portolan'; console.log(JSON.stringify(port(${port})))`,
      );
      assert.deepEqual(
        found,
        JSON.parse(JSON.stringify(documentOf(index.port(port), index.sources))),
      );
      portJson.parse(found);
    }
  });

  test('find, choose and readScan answer, and what cannot be is a RangeError', () => {
    const found = printed(`
      import { choose, date, find, port, readScan } from 'portolan';
      const failed = (work) => { try { work(); } catch (error) { return error.name; } };
      console.log(JSON.stringify({
        postgres: find('postgres')[0],
        misspelled: find('kuberntes')[0],
        nothing: find('no such name at all'),
        few: find('ssh', { limit: 2 }).length,
        near: choose({ near: 3000, count: 3 }),
        again: [choose({ seed: 'a' }), choose({ seed: 'a' })].map((list) => list.map((one) => one.port)),
        scan: readScan('tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:*'),
        date: date(),
        errors: [() => port(65536), () => port('443'), () => choose({ count: 0 })].map(failed),
      }))`) as Found;
    const { again, date, errors, few, misspelled, near, nothing, postgres, scan } = found;
    assert.equal(postgres?.port, 5432);
    assert.equal(postgres?.url, new URL('/5432', SITE).href);
    assert.deepEqual([misspelled?.port, misspelled?.corrected], [6443, true]);
    assert.deepEqual([nothing, few], [[], 2]);
    assert.equal(near.length, 3);
    for (const { port, reasons } of near) {
      assert.notEqual(theIndex().port(port).verdict.level, 'avoid');
      assert.notEqual(reasons.length, 0);
    }
    assert.deepEqual(again[0], again[1]);
    assert.equal(scan[0]?.port, 22);
    assert.equal(date, theIndex().date);
    assert.deepEqual(errors, ['RangeError', 'RangeError', 'RangeError']);
  });

  test('have types in a strict project that has no types of Node', () => {
    const file = join(installed.project, 'use.ts');
    writeFileSync(
      file,
      `import { choose, find, port, readScan, type Port } from 'portolan';
       const known: Port = port(443);
       const names: string[] = known.assignments.map(({ service }) => service);
       const first: number | undefined = find('postgres')[0]?.port;
       const level: 'good' | 'care' | 'avoid' = known.verdict.level;
       const listens: boolean | undefined = readScan('')[0]?.listens;
       export const all = [names, first, level, listens, choose({ near: 3000, count: 3 })];
       // @ts-expect-error A port is a number.
       port('443');
       // @ts-expect-error There is no such criteria.
       choose({ far: 3000 });`,
    );
    const program = ts.createProgram([file], {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts'],
      types: [],
      noEmit: true,
    });
    const faults = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
    assert.deepEqual(faults, []);
  });

  test('run in a browser, without anything of Node', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { port, readScan } from 'portolan';
          answer = port(443).answer + readScan('443/tcp open')[0].usual;`,
        resolveDir: installed.project,
      },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      logLevel: 'silent',
    });
    const page = { answer: '', atob, crypto, Intl, TextDecoder, URL, URLSearchParams };
    runInNewContext(outputFiles[0]?.text ?? '', page);
    assert.ok(page.answer.startsWith(theIndex().port(443).page?.summary ?? '?'));
  });
});

describe('portolan mcp', () => {
  const client = new Client({ name: 'test', version: '1' });
  before(() =>
    client.connect(
      new StdioClientTransport({
        command: node,
        args: [join(installed.folder, 'portolan.js'), 'mcp'],
        cwd: installed.project,
      }),
    ),
  );
  after(() => client.close());

  async function ask(name: string, args: object): Promise<string> {
    const { content, isError } = await client.callTool({ name, arguments: { ...args } });
    const [first] = content as { type: string; text: string }[];
    return `${isError ? 'error: ' : ''}${first?.text}`;
  }
  const page = (path: string) => new URL(path, SITE).href;

  test('has four tools, and says what each answers', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['look_up_port', 'find_program', 'read_scan', 'choose_port'],
    );
    for (const { annotations, description } of tools) {
      assert.ok(annotations?.readOnlyHint);
      assert.ok(description);
    }
  });

  test('looks up a port, with its sources and its page', async () => {
    const text = await ask('look_up_port', { port: 3330 });
    assert.match(text, /^3330 MCS Calypso ICF/);
    assert.match(text, /^ {2}IANA, \d{4}-\d\d-\d\d$/m);
    assert.ok(text.trimEnd().endsWith(page('/3330')));
  });

  test('finds a program', async () => {
    const text = await ask('find_program', { name: 'postgres' });
    assert.match(text, /^5432 PostgreSQL/);
    assert.ok(text.includes(page('/5432')));
    assert.match(text, /^Sources:\n- /m);
    assert.match(await ask('find_program', { name: 'no such name at all' }), /^We have no port by/);
  });

  test('reads a scan', async () => {
    const scan = 'tcp LISTEN 0 128 0.0.0.0:6379 0.0.0.0:* users:(("redis-server",pid=1,fd=6))';
    const text = await ask('read_scan', { text: scan });
    assert.match(text, /^6379\/tcp LISTEN redis-server - registered: redis; .*worth a look/);
    assert.ok(text.includes(page('/6379')));
    assert.match(text, /^Sources:\n- /m);
  });

  test('chooses a port', async () => {
    const text = await ask('choose_port', { near: 3000, count: 2 });
    const ports = [...text.matchAll(/^(\d+):/gm)].map((match) => Number(match[1]));
    assert.equal(ports.length, 2);
    for (const port of ports) assert.ok(text.includes(page(`/${port}`)));
    assert.match(text, /^Sources:\n- .*iana\.org/m);
  });

  test('says what is wrong with a question, and goes on', async () => {
    assert.match(await ask('look_up_port', { port: 70_000 }), /^error: .*65535/s);
    assert.match(await ask('no_such_tool', {}), /^error: /);
    assert.match(await ask('look_up_port', { port: 22, transport: 'udp' }), /^22 /);
  });
});
