// Reads and writes the JSON files of this tool: one record a line, so that a difference can be read.
import fs from 'node:fs';

export function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

export function readJsonIfThere(file) {
  return fs.existsSync(file) ? readJson(file) : undefined;
}

export function linesOfArray(records) {
  return `[\n${records.map(record => JSON.stringify(record)).join(',\n')}\n]\n`;
}

export function linesOfObject(members) {
  return `{\n${Object.entries(members)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(',\n')}\n}\n`;
}

// A member without a value is left out; false and 0 are values.
export function withoutEmptyMembers(record) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value) {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

// Plain code unit order: the same on every machine, whatever its locale.
export function byText(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

export function unique(values) {
  return [...new Set(values)];
}
