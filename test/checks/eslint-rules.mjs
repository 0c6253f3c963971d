// The house's own rules, each an error: what is not checked drifts.
import { basename } from 'node:path';

const ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Sse']);
const GUARDS = new Set(['Allow', 'AllowSignedIn', 'Public']);
const VAGUE = /^(utils?|helpers?|commons?|misc|managers?)\b|[-.](utils?|helpers?|common|misc|manager)\./i;

function decoratorNames(node) {
  return (node.decorators ?? []).map(({ expression }) =>
    expression.type === 'CallExpression' ? expression.callee.name : expression.name,
  );
}

/** Every controller method that is a route says who may call it. The boot refuses as well; this tells while one writes. */
const guardedRoute = {
  meta: {
    type: 'problem',
    messages: { unguarded: 'Route "{{name}}" names no permission: add @Allow(…), @AllowSignedIn() or @Public().' },
    schema: [],
  },
  create: (context) => ({
    MethodDefinition(node) {
      const names = decoratorNames(node);
      if (!names.some((name) => ROUTES.has(name)) || names.some((name) => GUARDS.has(name))) return;
      context.report({ node: node.key, messageId: 'unguarded', data: { name: node.key.name } });
    },
  }),
};

/** A file's name says what may live in it; "utils" does not. */
const tellingFileName = {
  meta: {
    type: 'problem',
    messages: { vague: '"{{name}}" does not say what may live in it; name it after its concept.' },
    schema: [],
  },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename);
      if (VAGUE.test(name)) context.report({ node, messageId: 'vague', data: { name } });
    },
  }),
};

/** Named exports only, so that a symbol has one name everywhere. */
const noDefaultExport = {
  meta: { type: 'problem', messages: { named: 'Export by name.' }, schema: [] },
  create: (context) => ({ ExportDefaultDeclaration: (node) => context.report({ node, messageId: 'named' }) }),
};

export const accordRules = {
  rules: { 'guarded-route': guardedRoute, 'telling-file-name': tellingFileName, 'no-default-export': noDefaultExport },
};
