// Makes the list of common passwords. Run it by build.sh, which installs the package.
//   --repository <folder>  the root of the repository
//   --check                compares with the committed file and writes nothing
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';

// A shorter one may not be chosen anyway.
const MIN_LENGTH = 8;

const { values: options } = parseArgs({
  options: { repository: { type: 'string' }, check: { type: 'boolean', default: false } },
});
const source = path.join(import.meta.dirname, 'node_modules', '@zxcvbn-ts', 'language-common', 'src', 'passwords.json');
const folder = path.join(options.repository, 'src', 'Infrastructure', 'Access', 'Passwords');
const file = path.join(folder, 'common-passwords.txt.gz');

const passwords = JSON.parse(fs.readFileSync(source, 'utf8'))
  .filter(password => password.length >= MIN_LENGTH)
  .map(password => password.toLowerCase());
const list = `${[...new Set(passwords)].sort().join('\n')}\n`;

if (!options.check) fs.writeFileSync(file, zlib.gzipSync(list, { level: 9 }));
else if (zlib.gunzipSync(fs.readFileSync(file)).toString() !== list) {
  console.error(`Not as built: ${path.basename(file)}`);
  process.exit(1);
}
