#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// The published schemas, judged by ajv (npm): a second opinion beside python3-jsonschema.
'use strict';

const fs = require('fs');
const path = require('path');

const modules = process.env.WB_AJV;
const root = process.env.WB_SOURCE_ROOT;
let Ajv, addFormats;

try {
  Ajv = require(path.join(modules, 'ajv', 'dist', '2020')).default;
  addFormats = require(path.join(modules, 'ajv-formats')).default;
} catch (error) {
  console.log('1..0 # SKIP WB_AJV does not name a folder with ajv and ajv-formats (npm)');
  process.exit(0);
}

const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));
const fixtures = path.join(root, 'tests', 'fixtures', 'content');
const schemas = path.join(root, 'data', 'schemas');
// Not ajv's strict mode: it asks for types beside each keyword, which the standard does not.
const ajv = new Ajv({allErrors: true, strict: false});
addFormats(ajv);
const item = ajv.compile(readJson(path.join(schemas, 'item.schema.json')));
const vocabulary = ajv.compile(readJson(path.join(schemas, 'vocabulary.schema.json')));
const families = ajv.compile(readJson(path.join(schemas, 'families.schema.json')));
const looks = ajv.compile(readJson(path.join(schemas, 'looks.schema.json')));
let count = 0, failed = 0;

function check(name, ok, reason = '') {
  count++;
  console.log(`${ok ? 'ok' : 'not ok'} ${count} ${name}`);
  if (!ok) {
    failed++;
    console.log(`# ${reason}`);
  }
}

const validatorFor = file => ({'vocabulary.json': vocabulary, 'families.json': families, 'looks.json': looks})[path.basename(file)] ?? item;

function listJson(folder) {
  return fs.readdirSync(folder, {withFileTypes: true}).flatMap(entry => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? listJson(full) : entry.name.endsWith('.json') ? [full] : [];
  }).sort();
}

function checkFolder(folder) {
  for (const file of listJson(folder)) {
    const validate = validatorFor(file);
    const ok = validate(readJson(file));
    check(path.relative(root, file), ok, ajv.errorsText(validate.errors));
  }
}

function breakText(broken) {
  if ('content' in broken)
    return broken.content;
  const text = fs.readFileSync(path.join(fixtures, 'good', broken.file), 'utf8');
  if ('cut' in broken)
    return text.slice(0, broken.cut);
  return text.replace(broken.replace, () => broken.with);
}

function isRefused(broken) {
  let document;
  try {
    document = JSON.parse(breakText(broken));
  } catch (error) {
    return true;
  }
  return !validatorFor(broken.file)(document);
}

checkFolder(path.join(root, 'data', 'content'));
checkFolder(path.join(fixtures, 'good'));
for (const broken of readJson(path.join(fixtures, 'faults.json')))
  if (broken.schema)
    check(`refused: ${broken.name}`, isRefused(broken));
console.log(`1..${count}`);
process.exit(failed > 0 ? 1 : 0);
