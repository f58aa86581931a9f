const globals = new Set(['document', 'window', 'globalThis', 'self']);

/** A symbol names nothing that markup could put there. */
function isSymbol(node, scope) {
  if (node.type === 'CallExpression') {
    const { callee } = node;
    return callee.name === 'Symbol' || callee.object?.name === 'Symbol';
  }
  if (node.type !== 'Identifier') return false;
  for (let at = scope; at; at = at.upper) {
    const found = at.set.get(node.name);
    const made = found?.defs[0]?.node.init;
    if (found) return Boolean(made) && isSymbol(made, at);
  }
  return false;
}

/** `document[name]` and its like answer with whatever the host page's markup put under that name. */
export const namedGlobals = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      named:
        'No named globals: markup of the host page can put its own object under that name. Query your own tree.',
    },
  },
  create(context) {
    return {
      'MemberExpression[computed=true]'(node) {
        if (node.object.type !== 'Identifier' || !globals.has(node.object.name)) return;
        if (!isSymbol(node.property, context.sourceCode.getScope(node))) {
          context.report({ node, messageId: 'named' });
        }
      },
    };
  },
};
