import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { findForbiddenNames, findMissingTerms, parseGlossary } from './glossary-rules.ts';

/** Every domain folder and entity is in docs/glossary.md, and no identifier uses a word it says never to write. */
const glossary = parseGlossary(readFileSync('docs/glossary.md', 'utf8'));
const complaints = [
  ...findMissingTerms(glossary, [...domainFolders(), ...entityNames()]).map(
    (term) => `docs/glossary.md has no identifier \`${term}\`.`,
  ),
  ...sourceFiles().flatMap((file) =>
    findForbiddenNames(glossary, identifiersOf(file)).map(
      ({ name, word }) => `${file}: ${name} uses "${word}", which the glossary says never to write.`,
    ),
  ),
];
for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;

function domainFolders(): string[] {
  return readdirSync('shared/domain', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function entityNames(): string[] {
  const source = parse('shared/entities.ts');
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText(source) === 'entities' && node.initializer !== undefined) {
      names.push(...keysOf(node.initializer, source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (names.length === 0) throw new Error('shared/entities.ts has no `entities` object');
  return names;
}

/** Keys of the object literal inside `{…} as const satisfies …`. */
function keysOf(expression: ts.Expression, source: ts.SourceFile): string[] {
  let at = expression;
  while (ts.isAsExpression(at) || ts.isSatisfiesExpression(at)) at = at.expression;
  if (!ts.isObjectLiteralExpression(at)) return [];
  return at.properties.flatMap((property) => (property.name === undefined ? [] : [property.name.getText(source)]));
}

function sourceFiles(): string[] {
  return ['shared', 'electron', 'renderer', 'server', 'e2e'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(room, path)),
  );
}

function identifiersOf(file: string): Set<string> {
  const source = parse(file);
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function parse(file: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, false, kind);
}
