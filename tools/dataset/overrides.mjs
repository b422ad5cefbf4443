// The hand-kept facts: overrides.json (one fact a line, each with a reason) and the tables in facts/.
import path from 'node:path';
import { readJson } from './files.mjs';

// A table named after a member of the records gives that member.
const TABLES = [
  'callingCodes',
  'carSigns',
  'demonyms',
  'fifa',
  'flagDescription',
  'formerCodes',
  'gini',
  'historicNumerics',
  'ioc',
  'languageNames',
  'languages',
  'nativeNames',
  'officialName',
  'postalCode',
  'timeZoneNames',
  'tlds',
];

export function readHandKeptFacts(folder) {
  const overrides = readJson(path.join(folder, 'overrides.json'));
  for (const line of overrides) {
    for (const member of ['record', 'field', 'reason', 'source']) {
      if (!line[member]) throw new Error(`overrides.json: a line without ${member}: ${JSON.stringify(line)}`);
    }
  }
  const tables = Object.fromEntries(
    TABLES.map(name => [name, readJson(path.join(folder, 'facts', `${name}.json`)).values]),
  );
  return { overrides, tables, used: new Set() };
}

// The lines for one field of one record. Reading a line marks it as used: see unusedOverrides.
export function overridesOf(facts, record, field) {
  const lines = facts.overrides.filter(line => line.record === record && line.field === field);
  lines.forEach(line => facts.used.add(line));
  return lines;
}

// The last word on a field: the override if there is one, else the table's entry, else what the package says.
export function corrected(facts, record, field, fromPackage) {
  const lines = overridesOf(facts, record, field);
  if (lines.length > 1) throw new Error(`overrides.json: ${record}.${field} is given ${lines.length} times.`);
  return lines.length === 1 ? lines[0].value : (facts.tables[field]?.[record] ?? fromPackage);
}

// A line that nothing reads is a typing error in its record or field.
export function unusedOverrides(facts) {
  return facts.overrides.filter(line => !facts.used.has(line));
}
