// Says in words what a build changes against the set before it.
export function changesOf(label, before, after, keyOf) {
  if (!before) return [`${label}: first build, ${after.length} records`];
  const oldRecords = new Map(before.map(record => [keyOf(record), record]));
  const newRecords = new Map(after.map(record => [keyOf(record), record]));
  const lines = [];
  for (const key of oldRecords.keys()) if (!newRecords.has(key)) lines.push(`${label}: - ${key}`);
  for (const [key, record] of newRecords) {
    const old = oldRecords.get(key);
    if (!old) lines.push(`${label}: + ${key}`);
    else lines.push(...changedMembers(old, record).map(change => `${label}: ${key}.${change}`));
  }
  return lines;
}

function changedMembers(before, after) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(member => JSON.stringify(before[member]) !== JSON.stringify(after[member]))
    .map(member => `${member}: ${shown(before[member])} -> ${shown(after[member])}`);
}

function shown(value) {
  const text = value === undefined ? 'none' : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
