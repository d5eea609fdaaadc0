import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reportAddress, repositoryIn } from '../../../src/base/report-address.ts';

describe('where a mistake is reported', () => {
  const repository = 'https://forge.example/portolan/portolan';

  test('the issue form of the repository, with port and page filled in', () => {
    const address = new URL(reportAddress({ path: '/3330', asks: true, repository }));
    assert.equal(address.origin + address.pathname, `${repository}/issues/new`);
    assert.equal(address.searchParams.get('template'), 'mistake.yml');
    assert.equal(address.searchParams.get('port'), '3330');
    assert.match(address.searchParams.get('page') ?? '', /^https:\/\/.+\/3330$/);
  });

  test('a page about no port names none; the page of what is not there names nothing', () => {
    const guide = new URL(reportAddress({ path: '/range/3000-3999', asks: false, repository }));
    assert.deepEqual([...guide.searchParams.keys()], ['template', 'page']);
    const lost = new URL(reportAddress({ asks: false, repository }));
    assert.deepEqual([...lost.searchParams.keys()], ['template']);
  });

  test('without a repository, the form of the page, or the words about it', () => {
    const repository = '';
    assert.equal(reportAddress({ path: '/3330', asks: true, repository }), '#feedback');
    assert.equal(reportAddress({ path: '/about', asks: false, repository }), '/about#corrections');
  });
});

describe('the repository of package.json', () => {
  test('as npm writes it', () => {
    assert.equal(repositoryIn({}), '');
    for (const given of [
      'https://a.example/b/c',
      'git+https://a.example/b/c.git',
      'https://a.example/b/c/',
    ])
      for (const repository of [given, { url: given }])
        assert.equal(repositoryIn({ repository }), 'https://a.example/b/c');
  });

  test('anything else is refused', () => {
    for (const repository of ['a/b', 'git@a.example:b/c.git', 'javascript:alert(1)'])
      assert.throws(() => repositoryIn({ repository }), /repository is/);
  });
});
