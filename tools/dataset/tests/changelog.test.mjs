import assert from 'node:assert/strict';
import test from 'node:test';
import { changesOf } from '../changelog.mjs';

test('the changelog names what came, went and changed', () => {
  const before = [{ code: 'AAA', name: 'Old' }, { code: 'BBB' }];
  const after = [{ code: 'AAA', name: 'New' }, { code: 'CCC' }];
  assert.deepEqual(
    changesOf('currency', before, after, record => record.code),
    ['currency: - BBB', 'currency: AAA.name: "Old" -> "New"', 'currency: + CCC'],
  );
});

test('the same set twice is no change', () => {
  assert.deepEqual(
    changesOf('currency', [{ code: 'AAA' }], [{ code: 'AAA' }], record => record.code),
    [],
  );
});
