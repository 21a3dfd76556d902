import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findForbiddenWord, parseGlossary } from './glossary-rules.mjs';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
const SAYS_NOTHING = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc']);
const VIETNAMESE_LETTER = /[\u00C0-\u024F\u1E00-\u1EFF\u0300-\u0323]/;

/** File names are kebab-case and say what is inside. */
const fileNames = rule((report, filename) => ({
  Program(node) {
    const name = basename(filename, extname(filename));
    if (!KEBAB_CASE.test(name)) report(node, `File name ${name} is not kebab-case.`);
    if (SAYS_NOTHING.has(name)) report(node, `File name ${name} says nothing: name it after its main export.`);
  },
}));

const noEnum = rule((report) => ({
  TSEnumDeclaration: (node) => report(node, 'Use a union of lower-case literals.'),
}));

/** Vietnamese in a regular expression reads papers; in any other literal it would be text for the screen. */
const screenText = rule((report) => {
  const check = (node, text) => {
    if (!VIETNAMESE_LETTER.test(text)) return;
    report(node, 'Screen text lives in renderer/messages/ (electron/main/messages.ts, server/messages.ts).');
  };
  return {
    Literal(node) {
      if (typeof node.value === 'string') check(node, node.value);
    },
    TemplateElement: (node) => check(node, node.value.raw),
    JSXText: (node) => check(node, node.value),
  };
});

/** shared/ is given its time and its randomness. */
const purity = rule((report) => ({
  MemberExpression(node) {
    const member = `${node.object.name ?? ''}.${node.property.name ?? ''}`;
    if (member === 'Date.now') report(node, 'shared/ has no clock: pass time in.');
    if (member === 'Math.random') report(node, 'shared/ has no randomness of its own.');
  },
  NewExpression(node) {
    if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'shared/ has no clock: pass time in.');
  },
}));

/** No identifier uses a word that docs/glossary.md says never to write. */
const glossaryWords = rule((report) => {
  const check = (node) => {
    const word = forbiddenWordIn(node.name);
    if (word !== undefined) report(node, `${node.name} uses "${word}", which docs/glossary.md says never to write.`);
  };
  return { Identifier: check, JSXIdentifier: check };
});

/**
 * TypeScript takes any value of the same shape for an instance of a class, unless the class has something that no
 * other value has: a private member, or an error the literal of its name. What extends another class trusts that one.
 */
const nominalClasses = rule((report) => ({
  ClassBody(node) {
    const parent = node.parent.superClass;
    if (parent === null && !node.body.some(isPrivate)) report(node, 'Give the class a private member.');
    if (parent?.name?.endsWith('Error') && !node.body.some(isLiteralName)) {
      report(node, 'Give the error a name: `override readonly name = …`.');
    }
  },
}));

function isPrivate(member) {
  if (member.accessibility === 'private' || member.key?.type === 'PrivateIdentifier') return true;
  return member.kind === 'constructor' && member.value.params.some(({ accessibility }) => accessibility === 'private');
}

function isLiteralName(member) {
  return member.key?.name === 'name' && member.readonly && member.value?.type === 'Literal';
}

/** `void` says that a call's answer is not wanted; of anything else it says nothing. */
const voidOfCall = rule((report) => ({
  UnaryExpression(node) {
    if (node.operator !== 'void' || DISCARDED.has(bare(node.argument).type)) return;
    report(node, '`void` discards the answer of a call; here there is none.');
  },
}));

const DISCARDED = new Set(['CallExpression', 'ImportExpression', 'AssignmentExpression', 'ConditionalExpression']);
const WRAPPERS = new Set(['ChainExpression', 'TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);

function bare(node) {
  return WRAPPERS.has(node.type) ? bare(node.expression) : node;
}

export default {
  meta: { name: 'house' },
  rules: {
    'file-names': fileNames,
    'no-enum': noEnum,
    'screen-text': screenText,
    purity,
    'glossary-words': glossaryWords,
    'nominal-classes': nominalClasses,
    'void-of-call': voidOfCall,
  },
};

/** A rule from its visitor; `report` takes the node and the sentence to show. */
function rule(visitor) {
  return {
    create(context) {
      return visitor((node, message) => context.report({ node, message }), context.filename);
    },
  };
}

const judged = new Map();
let glossary;

function forbiddenWordIn(name) {
  if (!judged.has(name)) {
    glossary ??= parseGlossary(readFileSync(fileURLToPath(new URL('../../docs/glossary.md', import.meta.url)), 'utf8'));
    judged.set(name, findForbiddenWord(glossary, name));
  }
  return judged.get(name);
}
