// Which currency followed which, at what ratio. Hand-kept: no package has the official ratios.
import { byText } from './files.mjs';

export function buildSuccessions(facts) {
  return facts.overrides
    .filter(line => line.field === 'succession')
    .map(line => {
      facts.used.add(line);
      const { to, ratio, date, countries } = line.value;
      return { from: line.record, to, ratio, date, countries };
    })
    .sort((left, right) => byText(left.date, right.date) || byText(left.from, right.from) || byText(left.to, right.to));
}
