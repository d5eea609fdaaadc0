/** From a name to ports. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findName, nameIndex } from '../../../src/facts/atlas/find.ts';
import { fold, labelsOf, type SourcedLabel } from '../../../src/facts/atlas/labels.ts';
import type { PortPage } from '../../../src/facts/schemas/port-page.ts';
import { sharedAtlasWithoutPages } from '../../helpers/atlas.ts';
import { fromSource, serviceRow, tablesWith } from '../../helpers/rows.ts';

function label(ports: string, name: string, facts: Partial<SourcedLabel> = {}): SourcedLabel {
  return { ports, name, transport: 'tcp', ...fromSource('debian'), ...facts };
}

const tables = tablesWith({
  services: [
    serviceRow({ ports: '80', service: 'http' }),
    serviceRow({ ports: '80', service: 'http', transport: 'udp' }),
    serviceRow({ ports: '8008', service: 'http-alt' }),
    serviceRow({ ports: '6000-6063', service: 'x11' }),
    serviceRow({ ports: '14001', service: 'gone', description: 'De-Registered' }),
    serviceRow({ ports: '24', description: 'any private mail system' }),
  ],
  labels: [
    label('80', 'http_port_t', { ...fromSource('selinux') }),
    label('8080', 'HTTP'),
    label('873', 'rsyncd'),
    label('9', '---'),
  ],
});
const page = { port: 3330, title: 'MCS Calypso', aliases: ['calypso', 'the web'] };
const index = nameIndex(tables, [page as PortPage]);
const ports = (text: string) => findName(index, text).map(({ port }) => port);

describe('finding a port by name', () => {
  test('the registry’s name comes first, and no port comes twice', () => {
    assert.deepEqual(findName(index, 'http'), [
      { port: 80, name: 'http', source: 'iana' },
      { port: 8080, name: 'HTTP', source: 'debian' },
    ]);
  });

  test('case, spaces and punctuation do not matter', () => {
    for (const text of ['HTTP', ' http ', 'h.t.t.p', 'http_port_t', 'httpd']) {
      assert.deepEqual(ports(text), [80, 8080], text);
    }
    assert.deepEqual(ports('HTTP alt'), [8008]);
  });

  test('a service on a range is found at the beginning of the range', () => {
    assert.deepEqual(ports('x11'), [6000]);
  });

  test('the title and the other names of a page are names too', () => {
    assert.deepEqual(findName(index, 'mcs calypso'), [
      { port: 3330, name: 'MCS Calypso', source: 'page' },
    ]);
    assert.deepEqual(ports('the web'), [3330]);
  });

  test('a book’s name is found, with or without the d of a daemon', () => {
    assert.deepEqual(ports('rsyncd'), [873]);
    assert.deepEqual(ports('rsync'), [873]);
  });

  test('where no name is the same, names that begin so are found, from three letters on', () => {
    assert.deepEqual(ports('htt'), [80, 8080, 8008]);
    assert.deepEqual(ports('caly'), [3330]);
    assert.deepEqual(ports('ht'), []);
  });

  test('an exact name keeps the longer ones out', () => {
    assert.ok(!ports('http').includes(8008));
  });

  test('a withdrawn service, a row without a name and nonsense are not found', () => {
    for (const text of ['gone', '', '   ', '---', 'any private mail system', 'ttp']) {
      assert.deepEqual(ports(text), [], text);
    }
  });
});

describe('folding a name', () => {
  test('makes one of the ways in which the books write it', () => {
    for (const name of ['http_port_t', 'HTTP', 'http', 'httpd', 'ht-tp']) {
      assert.equal(fold(name), 'http', name);
    }
    assert.equal(fold('mysqld_port_t'), 'mysql');
  });

  test('leaves a short name its d, and a digit its place', () => {
    assert.equal(fold('cmd'), 'cmd');
    assert.equal(fold('x11-1'), 'x111');
    assert.equal(fold('–'), '');
  });
});

describe('the labels of a port', () => {
  const registered = [
    { service: 'http', description: '', transports: ['tcp'], ports: '80', references: [] },
    { service: 'www', description: '', transports: ['tcp'], ports: '80', references: [] },
  ];
  const unnamed = [
    {
      ...registered[0],
      service: '',
      transports: [],
      ports: '24',
      references: [],
      description: 'x',
    },
  ];

  test('are one for each book and name, with all transports, in the order of the books', () => {
    const found = labelsOf(
      [
        label('80', 'http', { ...fromSource('wireshark'), transport: 'udp' }),
        label('80', 'http', { ...fromSource('wireshark') }),
        label('80', 'www', { ...fromSource('wireshark') }),
        label('80', 'http'),
      ],
      registered,
      { order: ['debian', 'wireshark'] },
    );
    assert.deepEqual(
      found.map(({ source, name, transports }) => [source, name, transports.join()]),
      [
        ['debian', 'http', 'tcp'],
        ['wireshark', 'http', 'tcp,udp'],
        ['wireshark', 'www', 'tcp'],
      ],
    );
  });

  test('agree with the registry, differ from it, or have nothing to agree with', () => {
    const agreement = (name: string, assignments = registered) =>
      labelsOf([label('80', name)], assignments)[0]?.agreement;
    assert.equal(agreement('httpd'), 'same');
    assert.equal(agreement('www_port_t'), 'same');
    assert.equal(agreement('nginx'), 'different');
    assert.equal(agreement('http', []), 'unlisted');
    assert.equal(agreement('http', unnamed), 'unlisted');
  });

  test('are wide from a range of 101 ports on', () => {
    const wide = (span: string) => labelsOf([label(span, 'x')], [])[0]?.wide;
    assert.equal(wide('1000-1099'), false);
    assert.equal(wide('1000-1100'), true);
    assert.equal(wide('1000'), false);
  });

  test('are not wide where the same book names the port itself too', () => {
    const [found, ...more] = labelsOf([label('1000-2000', 'x'), label('1500', 'x')], []);
    assert.equal(found?.wide, false);
    assert.deepEqual(more, []);
  });
});

describe('real names', () => {
  const atlas = sharedAtlasWithoutPages();
  test('ssh, postgresql, mysql and mcs-calypsoicf are where everybody expects them', () => {
    for (const [name, port] of [
      ['ssh', 22],
      ['postgresql', 5432],
      ['postgres', 5432],
      ['mysql', 3306],
      ['mcs-calypsoicf', 3330],
    ] as const) {
      assert.equal(atlas.find(name)[0]?.port, port, name);
    }
  });
});
