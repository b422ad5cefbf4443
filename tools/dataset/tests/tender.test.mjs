import assert from 'node:assert/strict';
import test from 'node:test';
import { tenderPeriodsOf } from '../tender.mjs';

function periodsWith(cldrPeriods, values) {
  const sources = { cldr: { currencies: { region: { XX: cldrPeriods } } } };
  const overrides = values.map(value => ({ record: 'XX', field: 'tender', value }));
  return tenderPeriodsOf(sources, { overrides, used: new Set() }, 'XX');
}

const EURO_AND_MARK = [{ EUR: { _from: '1999-01-01' } }, { DEM: { _from: '1948-06-20', _to: '2002-02-28' } }];

test('current periods come first, older ones newest first', () => {
  const periods = periodsWith([{ BBB: { _from: '1950-01-01', _to: '1960-01-01' } }, ...EURO_AND_MARK], []);
  assert.deepEqual(
    periods.map(({ currency }) => currency),
    ['EUR', 'DEM', 'BBB'],
  );
});

test('what is no tender is a fund and comes last among the current ones', () => {
  const periods = periodsWith([{ CHE: { _tender: 'false' } }, { CHF: { _from: '1799-03-17' } }], []);
  assert.deepEqual(periods, [
    { currency: 'CHF', kind: 'tender', from: '1799-03-17' },
    { currency: 'CHE', kind: 'fund' },
  ]);
});

test('an override adds, changes, removes and puts first', () => {
  const periods = periodsWith(EURO_AND_MARK, [
    { currency: 'USD', kind: 'customary' },
    { currency: 'DEM', to: '2001-12-31' },
    { currency: 'EUR', remove: true },
    { currency: 'CHF', from: '2010-01-01', first: true },
  ]);
  assert.deepEqual(periods, [
    { currency: 'CHF', kind: 'tender', from: '2010-01-01' },
    { currency: 'USD', kind: 'customary' },
    { currency: 'DEM', kind: 'tender', from: '1948-06-20', to: '2001-12-31' },
  ]);
});

test('a currency that came twice must be named with its first day', () => {
  const twice = [{ JOD: { _from: '1996-02-12' } }, { JOD: { _from: '1950-07-01', _to: '1967-06-01' } }];
  assert.throws(() => periodsWith(twice, [{ currency: 'JOD', to: '1967-06-02' }]), /2 periods of JOD/);
  assert.equal(periodsWith(twice, [{ currency: 'JOD', at: '1950-07-01', to: '1967-06-02' }])[1].to, '1967-06-02');
});

test('nothing can be removed that is not there', () => {
  assert.throws(() => periodsWith(EURO_AND_MARK, [{ currency: 'USD', remove: true }]), /no period of USD/);
});
