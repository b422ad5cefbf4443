// The dated periods in which a currency was money somewhere: CLDR's, corrected by overrides.
import { overridesOf } from './overrides.mjs';
import { withoutEmptyMembers } from './files.mjs';

const KIND_ORDER = ['tender', 'customary', 'non-iso', 'fund'];

export function tenderPeriodsOf(sources, facts, alpha2) {
  const periods = sources.cldr.currencies.region[alpha2].map(entry => {
    const [currency, period] = Object.entries(entry)[0];
    // What CLDR marks as no tender is a unit of account: a fund code.
    return { currency, kind: period._tender === 'false' ? 'fund' : 'tender', from: period._from, to: period._to };
  });
  for (const { value } of overridesOf(facts, alpha2, 'tender')) applyOverride(periods, value, alpha2);
  return sortPeriods(periods).map(({ currency, kind, from, to }) => withoutEmptyMembers({ currency, kind, from, to }));
}

// An override names a period by its currency (and by its start, where a currency came twice) and
// removes it, changes it, puts it first or adds it.
function applyOverride(periods, { currency, at, remove, first, ...changes }, alpha2) {
  const matches = periods.filter(period => period.currency === currency && (!at || period.from === at));
  if (matches.length > 1)
    throw new Error(`overrides.json: ${alpha2} has ${matches.length} periods of ${currency}; say which with "at".`);
  const [found] = matches;
  if (remove) {
    if (!found) throw new Error(`overrides.json: ${alpha2} has no period of ${currency} to remove.`);
    periods.splice(periods.indexOf(found), 1);
    return;
  }
  const period = found ?? { currency, kind: 'tender' };
  if (!found) periods.push(period);
  Object.assign(period, changes);
  if (first) period.isFirst = true;
}

// Current periods first, the principal one first of all, then the older ones, newest first.
function sortPeriods(periods) {
  const order = period => [
    period.to ? 1 : 0,
    period.to ? 0 : period.isFirst ? 0 : 1,
    period.to ? 0 : KIND_ORDER.indexOf(period.kind),
  ];
  return periods
    .map((period, index) => ({ period, index }))
    .sort((left, right) => {
      const [leftOrder, rightOrder] = [order(left.period), order(right.period)];
      for (let i = 0; i < leftOrder.length; i++) {
        if (leftOrder[i] !== rightOrder[i]) return leftOrder[i] - rightOrder[i];
      }
      if (left.period.to && left.period.to !== right.period.to) return left.period.to < right.period.to ? 1 : -1;
      // CLDR lists the principal currency first; the sort keeps that.
      return left.index - right.index;
    })
    .map(({ period }) => period);
}
