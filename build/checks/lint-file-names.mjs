import { basename, extname } from 'node:path';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
const SAYS_NOTHING = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc']);

/** ESLint rule: file names are kebab-case and say what is inside. */
export const fileNames = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename, extname(context.filename));
        if (!KEBAB_CASE.test(name)) context.report({ node, message: `File name ${name} is not kebab-case.` });
        if (SAYS_NOTHING.has(name))
          context.report({ node, message: `File name ${name} says nothing: name it after its main export.` });
      },
    };
  },
};
