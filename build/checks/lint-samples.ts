/** Bad code, one piece for each rule of `.oxlintrc.json`; where a rule needs a certain room or file name, its path. */
export const lintSamples: Readonly<Record<string, string | { readonly path: string; readonly code: string }>> = {
  'eslint/max-lines': { path: 'shared/max-lines.ts', code: 'export const a = [\n' + '  1,\n'.repeat(300) + '];\n' },
  'eslint/no-array-constructor': 'export const a = new Array(1, 2);',
  'eslint/no-restricted-imports': "import type { A } from '../../base/a.ts';\nexport type B = A;",
  'eslint/no-unused-expressions': 'export function f(a: boolean, g: () => boolean) {\n  a && g();\n}',
  'eslint/no-unused-vars': 'export function f(a: number, b: number) {\n  return a;\n}',
  'eslint/no-useless-constructor':
    'export class A {\n  readonly #b = 1;\n  constructor() {}\n  c() {\n    return this.#b;\n  }\n}',
  'eslint/no-var': 'export var a = 1;',
  'eslint/prefer-const': 'let a = 1;\nexport const b = a;',
  'eslint/prefer-rest-params': 'export function f(): unknown {\n  return arguments[0];\n}',
  'eslint/prefer-spread': 'export const f = (g: (...a: number[]) => number, a: number[]) => g.apply(undefined, a);',

  'house/file-names': { path: 'shared/helpers.ts', code: 'export const a = 1;' },
  'house/glossary-words': 'export const vanBan = 1;',
  'house/no-enum': "export enum A {\n  b = 'b',\n}",
  'house/nominal-classes': 'export class A {\n  readonly b = 1;\n}',
  'house/purity': 'export const a = Math.random();',
  'house/screen-text': { path: 'renderer/screen-text.tsx', code: 'export const A = () => <p>Đã lưu</p>;' },
  'house/void-of-call': 'export function f(a: number) {\n  void a;\n}',
  'import/no-default-export': 'export default 1;',

  'react-hooks/exhaustive-deps': {
    path: 'renderer/exhaustive-deps.tsx',
    code: "import { useEffect } from 'react';\nexport function useA(b: () => void) {\n  useEffect(() => {\n    b();\n  }, []);\n}",
  },
  'react-hooks/rules-of-hooks': {
    path: 'renderer/rules-of-hooks.tsx',
    code: "import { useState } from 'react';\nexport function A(p: { b: boolean }) {\n  if (p.b) useState(1);\n  return null;\n}",
  },

  'typescript/await-thenable': 'export async function f(a: number) {\n  await a;\n}',
  'typescript/ban-ts-comment': '// @ts-ignore\nexport const a: number = 1;',
  'typescript/consistent-type-imports': "import { Result } from '../result.ts';\nexport type A = Result;",
  'typescript/no-array-delete': 'export function f(a: number[]) {\n  delete a[0];\n}',
  'typescript/no-base-to-string': 'export const f = (a: { b: number }) => String(a);',
  'typescript/no-confusing-void-expression': 'export function f(g: () => void) {\n  const a = g();\n  return [a];\n}',
  'typescript/no-deprecated': '/** @deprecated old */\nfunction g() {\n  return 1;\n}\nexport const a = g();',
  'typescript/no-duplicate-enum-values': 'export enum A {\n  b = 1,\n  c = 1,\n}',
  'typescript/no-duplicate-type-constituents': "export type A = 'b' | 'b';",
  'typescript/no-empty-object-type': 'export type A = {};',
  'typescript/no-explicit-any': 'export type A = any;',
  'typescript/no-extra-non-null-assertion': 'export const f = (a: { b: number } | null) => a!!.b;',
  'typescript/no-extraneous-class': 'export class A {\n  static b = 1;\n}',
  'typescript/no-floating-promises': 'export function f(g: () => Promise<void>) {\n  g();\n}',
  'typescript/no-for-in-array':
    'export function f(a: number[], g: (b: string) => void) {\n  for (const b in a) g(b);\n}',
  'typescript/no-generated-empty-object-type': "export type A = Omit<{ b: 1 }, 'b'>;",
  'typescript/no-implied-eval': "export const a = new Function('return 1');",
  'typescript/no-invalid-void-type': 'export type A = void | string;',
  'typescript/no-meaningless-void-operator': 'export function f(g: () => void) {\n  void g();\n}',
  'typescript/no-misused-new': 'export interface A {\n  new (): A;\n}',
  'typescript/no-misused-promises':
    'export const f = (g: () => Promise<void>, h: (i: () => void) => void) => {\n  h(g);\n};',
  'typescript/no-misused-spread': 'export const f = (a: Map<string, string>) => ({ ...a });',
  'typescript/no-mixed-enums': "export enum A {\n  b = 'b',\n  c = 1,\n}",
  'typescript/no-namespace': 'export namespace A {\n  export const b = 1;\n}',
  'typescript/no-non-null-asserted-nullish-coalescing': 'export const f = (a: { b: string | null }) => a.b! ?? 1;',
  'typescript/no-non-null-asserted-optional-chain': 'export const f = (a: { b: string } | null) => a?.b!;',
  'typescript/no-non-null-assertion': 'export const f = (a: { b: string } | null) => a!.b;',
  'typescript/no-redundant-type-constituents': 'export type A = unknown | string;',
  'typescript/no-require-imports': "import a = require('zod');\nexport const b = a;",
  'typescript/no-this-alias':
    'export class A {\n  readonly #b = 1;\n  c() {\n    const self = this;\n    return () => self.#b;\n  }\n}',
  'typescript/no-unnecessary-boolean-literal-compare': 'export const f = (a: boolean) => a === true;',
  'typescript/no-unnecessary-condition': 'export const f = (a: { b: number }) => a?.b;',
  'typescript/no-unnecessary-template-expression': "export const a = `${'b'} c`;",
  'typescript/no-unnecessary-type-arguments': 'type A<B = number> = B[];\nexport const a: A<number> = [];',
  'typescript/no-unnecessary-type-assertion': 'export const f = (a: number) => a as number;',
  'typescript/no-unnecessary-type-constraint': 'export type A<B extends unknown> = B[];',
  'typescript/no-unnecessary-type-conversion': 'export const f = (a: string) => String(a);',
  'typescript/no-unnecessary-type-parameters': 'export function f<A>(a: A): void {\n  void a;\n}',
  'typescript/no-unsafe-argument': 'export const f = (g: (a: number) => void, a: string) => {\n  g(JSON.parse(a));\n};',
  'typescript/no-unsafe-assignment': 'export function f(a: string) {\n  const b = JSON.parse(a);\n  return [b];\n}',
  'typescript/no-unsafe-call': 'export const f = (a: string): unknown => JSON.parse(a)();',
  'typescript/no-unsafe-declaration-merging':
    'export interface A {\n  b: number;\n}\nexport class A {\n  readonly #c = 1;\n  d() {\n    return this.#c;\n  }\n}',
  'typescript/no-unsafe-enum-assignment': 'enum A {\n  b = 1,\n}\nexport const c: A = 1;',
  'typescript/no-unsafe-enum-comparison': "enum A {\n  b = 'b',\n}\nexport const f = (a: A) => a === 'b';",
  'typescript/no-unsafe-function-type': 'export type A = Function;',
  'typescript/no-unsafe-member-access': 'export const f = (a: string): unknown => JSON.parse(a).b;',
  'typescript/no-unsafe-return': 'export const f = (a: string) => JSON.parse(a);',
  'typescript/no-unsafe-unary-minus': 'export const f = (a: string) => -a;',
  'typescript/no-useless-default-assignment': 'export const f = ({ a = 1 }: { a: number }) => a;',
  'typescript/no-wrapper-object-types': 'export type A = String;',
  'typescript/only-throw-error': "export function f() {\n  throw 'a';\n}",
  'typescript/prefer-as-const': "export const a = 'b' as 'b';",
  'typescript/prefer-literal-enum-member': "const b = 'b';\nexport enum A {\n  c = b,\n}",
  'typescript/prefer-namespace-keyword': 'export module A {\n  export const b = 1;\n}',
  'typescript/prefer-promise-reject-errors': "export const f = () => Promise.reject('a');",
  'typescript/prefer-reduce-type-parameter':
    'export const f = (a: number[]) => a.reduce((b, c) => b.concat(c), [] as number[]);',
  'typescript/prefer-return-this-type':
    'export class A {\n  readonly #b = 1;\n  c(): A {\n    void this.#b;\n    return this;\n  }\n}',
  'typescript/related-getter-setter-pairs': 'export interface A {\n  get b(): string | null;\n  set b(to: string);\n}',
  'typescript/require-await': 'export async function f() {\n  return 1;\n}',
  'typescript/restrict-plus-operands': "export const f = (a: number) => a + 'b';",
  'typescript/restrict-template-expressions': 'export const f = (a: string | null) => `${a}`;',
  'typescript/return-await':
    'export async function f(g: () => Promise<void>) {\n  try {\n    return g();\n  } finally {\n    await g();\n  }\n}',
  'typescript/switch-exhaustiveness-check':
    "export function f(a: 'b' | 'c') {\n  switch (a) {\n    case 'b':\n      return 1;\n  }\n  return 2;\n}",
  'typescript/triple-slash-reference': '/// <reference path="../result.ts" />\nexport const a = 1;',
  'typescript/unbound-method': 'export const f = (a: { b(): void }) => a.b;',
  'typescript/unified-signatures': 'export interface A {\n  b(c: string): void;\n  b(c: number): void;\n}',
  'typescript/use-unknown-in-catch-callback-variable':
    'export const f = (a: Promise<void>) => a.catch((b: Error) => b);',
};

/** What the options of the rules leave to a person. */
export const allowedCode = `
import { type Result } from './result.ts';

export function allowed(count: number, act: () => void, _unused: Result): string {
  const { first, ...rest } = { first: 1, second: 2 };
  const letters = [...'text'.slice(1)];
  const later = () => act();
  later();
  return \`\${count} \${Object.keys(rest).join()} \${letters.join()}\`;
}
export interface Port {
  ask(kind: 'a' | 'b'): void;
}
export function answer(kind: 'a' | 'b'): number {
  switch (kind) {
    case 'a':
      return 1;
    default:
      return 2;
  }
}
`;
