/** The registry's rows for one port, as services. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assignmentsOf } from '../../../src/facts/atlas/assignments.ts';
import type { ServiceRow } from '../../../src/facts/schemas/registry.ts';
import { sharedAtlasWithoutPages } from '../../helpers/atlas.ts';
import { serviceRow } from '../../helpers/rows.ts';

const people = new Map([['Jane_Doe', 'Jane Doe']]);
const assignments = (...rows: Partial<ServiceRow>[]) =>
  assignmentsOf(6003, rows.map(serviceRow), people);

const nail = { service: 'nail', description: 'Nail Server' };

describe('the services of a port', () => {
  test('are one for each name, with all its transports in their order', () => {
    const found = assignments(
      { ...nail, transport: 'sctp' },
      { ...nail, transport: 'udp' },
      { ...nail, transport: 'tcp' },
      { service: 'tack', description: 'Tack' },
    );
    assert.deepEqual(
      found.map(({ service, transports }) => [service, transports.join()]),
      [
        ['nail', 'tcp,udp,sctp'],
        ['tack', 'tcp'],
      ],
    );
  });

  test('carry every fact of their row, and no field for what it leaves empty', () => {
    const row = {
      ...nail,
      ports: '6000-6063',
      assignee: '[Jane_Doe]',
      registered: '2001-02',
      modified: '2003-04-05',
      reference: '[RFC1198]',
      service_code: '1145656131',
      unauthorized_use: 'Known on port 6003',
      notes: 'a note',
    };
    assert.deepEqual(assignments(row), [
      {
        service: 'nail',
        description: 'Nail Server',
        transports: ['tcp'],
        ports: '6000-6063',
        references: [{ label: 'RFC 1198', url: 'https://www.rfc-editor.org/rfc/rfc1198' }],
        assignee: 'Jane Doe',
        registered: '2001-02',
        modified: '2003-04-05',
        serviceCode: '1145656131',
        unauthorizedUse: 'Known on port 6003',
        notes: 'a note',
      },
    ]);
    assert.deepEqual(Object.keys(assignments(nail)[0] ?? {}), [
      'service',
      'description',
      'transports',
      'ports',
      'references',
    ]);
  });

  test('have no transport where the registry names none, and may have no name', () => {
    const [service] = assignments({ transport: '', description: 'any private mail system' });
    assert.deepEqual([service?.service, service?.transports], ['', []]);
  });

  test('leave out what is reserved, unassigned or withdrawn', () => {
    const others = ['Reserved', 'Unassigned', 'De-registered'].map((description) => ({
      description,
    }));
    assert.deepEqual(assignments(...others, { ...nail, description: 'De-Registered' }), []);
  });

  test('come before their aliases, which say whose they are', () => {
    const notes = [
      'This entry is an alias to "nail". This entry is now historic.',
      'This is a duplicate of the "nail" service and should not be used for discovery purposes',
    ];
    for (const note of notes) {
      const found = assignments({ service: 'nail_srv', notes: note }, nail);
      assert.deepEqual(
        found.map(({ service, aliasOf }) => [service, aliasOf]),
        [
          ['nail', undefined],
          ['nail_srv', 'nail'],
        ],
      );
    }
  });
});

describe('the services of the registry', () => {
  const atlas = sharedAtlasWithoutPages();
  const { services } = atlas.tables;
  const all = [...new Set(services.map(({ ports }) => Number(ports.split('-')[0])))].flatMap(
    (port) => atlas.port(port).assignments,
  );
  /** The rows that an assignment stands for. */
  const byService = Map.groupBy(services, ({ ports, service, description }) =>
    [ports, service, description].join('|'),
  );
  const rowsOf = ({ ports, service, description }: (typeof all)[number]) =>
    byService.get([ports, service, description].join('|')) ?? [];

  test('are not dated on one transport by the row of another', () => {
    const wrong = all.filter((assignment) =>
      rowsOf(assignment)
        .filter(({ transport }) => assignment.transports.includes(transport))
        .some(
          ({ registered, modified }) =>
            registered !== (assignment.registered ?? '') ||
            modified !== (assignment.modified ?? ''),
        ),
    );
    assert.deepEqual(
      wrong.map(({ service, ports }) => `${ports} ${service}`),
      [],
    );
  });

  test('keep every RFC that a row of theirs refers to', () => {
    const told = Map.groupBy(all, ({ ports, service }) => `${ports} ${service}`);
    const lost = services
      .filter(({ service }) => service !== '')
      .flatMap(({ ports, transport, service, reference }) => {
        const labels = (told.get(`${ports} ${service}`) ?? [])
          .flatMap(({ references }) => references)
          .map(({ label }) => label);
        return [...reference.matchAll(/\[RFC-?(\d+)\]/g)]
          .filter(([, number]) => !labels.includes(`RFC ${Number(number)}`))
          .map(([rfc]) => `${ports}/${transport} ${service}: ${rfc}`);
      });
    assert.deepEqual(lost, []);
  });
});
